import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

export type YearlyInventory = Item<'inventory.list'>;

/** Why run b differs from run a: activity, factors, boundary; the parts sum to the change. */
export type InventoryEffects = Answer<'inventory.effects'>;
export type SourceEffect = InventoryEffects['sources'][number];
export type ItemEffect = SourceEffect['items'][number];

/** The present run of each whole year and method, newest year first. */
export function yearlyInventoriesQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['inventories', enterpriseId, 'yearly'],
    queryFn: async ({ signal }) => {
      const all: YearlyInventory[] = [];
      let cursor: string | null = null;
      do {
        const page: Answer<'inventory.list'> = await apiGet(
          apiPath`/enterprises/${enterpriseId}/inventories`,
          { query: cursor === null ? {} : { cursor }, signal },
        );
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all
        .filter(({ period, state }) => period.year !== null && state === 'CURRENT')
        .sort((a, b) => (b.period.year ?? 0) - (a.period.year ?? 0));
    },
  });
}

export function effectsQuery(enterpriseId: string, a: string, b: string) {
  return queryOptions({
    queryKey: ['inventory-effects', enterpriseId, a, b],
    queryFn: ({ signal }) =>
      apiGet<InventoryEffects>(apiPath`/enterprises/${enterpriseId}/inventories/${a}/effects/${b}`, {
        signal,
      }),
    staleTime: Infinity,
  });
}
