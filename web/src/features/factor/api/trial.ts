import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

export type InventoryHead = Item<'inventory.list'>;
export type TrialRequest = Body<'trial.tryOut'>;
export type TrialResult = Answer<'trial.tryOut'>['comparison'];
export type TrialDifference = TrialResult['bySource'][number];

/** The inventories of a year that no later one supersedes. */
export function currentInventoriesQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['inventories', enterpriseId, year, 'current'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'inventory.list'>>(apiPath`/enterprises/${enterpriseId}/inventories`, {
          query: { year },
          signal,
        })
      ).items.filter(({ state }) => state === 'CURRENT'),
  });
}

/** Computes without keeping anything. */
export async function tryOut(
  enterpriseId: string,
  inventoryId: string,
  request: TrialRequest,
): Promise<TrialResult> {
  const answer = await apiPost<Answer<'trial.tryOut'>>(
    apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/trial`,
    request,
  );
  return answer.comparison;
}

export function restate(
  enterpriseId: string,
  inventoryId: string,
  request: Body<'inventory.restate'>,
): Promise<Answer<'inventory.restate'>> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/restate`, request);
}
