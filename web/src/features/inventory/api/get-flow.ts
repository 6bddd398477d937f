import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

export type FlowNode = Flow['nodes'][number];

/** Where the carbon goes: fuels and materials through processes to sources. No cycles, only positive values. */
export type Flow = Answer<'inventory.flow'>;

export function flowQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: ['inventory-flow', enterpriseId, inventoryId],
    queryFn: ({ signal }) =>
      apiGet<Flow>(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/flow`, { signal }),
    staleTime: Infinity,
  });
}
