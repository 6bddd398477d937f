import { apiGet, apiPatch, apiPath } from '@/shared/api/client';
import { type Enterprise } from '@/shared/api/get-enterprise';

/** Gives the enterprise one more method; the first it has is its default. */
export async function chooseMethod(enterpriseId: string, method: string): Promise<Enterprise> {
  const { methods, version } = await apiGet<Enterprise>(apiPath`/enterprises/${enterpriseId}`);
  return apiPatch<Enterprise>(
    apiPath`/enterprises/${enterpriseId}`,
    { methods: [...new Set([...methods, method])] },
    { ifMatch: version },
  );
}
