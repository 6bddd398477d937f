import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type Enterprise, enterprisesQuery, type Sector } from '@/shared/api/get-enterprise';
import { sessionQuery } from '@/shared/api/session';
import { type Bilingual } from '@/shared/i18n/use-locale';

export interface EnterpriseDraft {
  readonly name: Bilingual;
  readonly creditCode: string | null;
  readonly sector: Sector;
  readonly industryCode: string;
  readonly address: string;
  readonly methods: readonly string[];
  readonly boundary: string;
  readonly years: readonly number[];
}

/** Opens an enterprise, or changes the one given. */
export function useSaveEnterprise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ enterprise, draft }: { enterprise: Enterprise | null; draft: EnterpriseDraft }) =>
      enterprise === null
        ? apiPost<Enterprise>('/enterprises', draft)
        : apiPatch<Enterprise>(apiPath`/enterprises/${enterprise.id}`, draft, {
            ifMatch: enterprise.version,
          }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: enterprisesQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['enterprise', id] });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}
