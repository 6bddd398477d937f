import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

/** A run of the accounting (核算), immutable. */
export type InventoryHead = Item<'inventory.list'>;
export type Inventory = Answer<'inventory.find'>;

/** A figure of a run; `figure` names its trace. */
export type RunFigure = Inventory['total'];
export type SourceFigure = Inventory['bySource'][number];
export type MonthFigure = Inventory['byMonth'][number];
export type ItemFigure = Inventory['items'][number];
export type TotalFigure = Inventory['totals'][number];
export type IndicatorFigure = Inventory['indicators'][number];

export function inventoryQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: ['inventory', enterpriseId, inventoryId],
    queryFn: ({ signal }) =>
      apiGet<Inventory>(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}`, { signal }),
  });
}

export function inventoriesQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['inventories', enterpriseId, year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ items: InventoryHead[] }>(apiPath`/enterprises/${enterpriseId}/inventories`, {
          query: { year },
          signal,
        })
      ).items,
  });
}
