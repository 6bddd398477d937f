import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Bilingual } from '@/shared/i18n/use-locale';

export interface FlowNode {
  readonly id: string;
  readonly kind: 'INPUT' | 'PROCESS' | 'SOURCE' | 'PRODUCT' | 'UNALLOCATED';
  readonly name: Bilingual;
  readonly unitId: string | null;
  readonly source: string | null;
}

/** Where the carbon goes: fuels and materials through processes to sources. No cycles, only positive values. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly value: string;
    readonly carrier: Bilingual;
  }[];
  readonly basis: Bilingual;
  readonly unit: string;
}

export function flowQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: ['inventory-flow', enterpriseId, inventoryId],
    queryFn: ({ signal }) =>
      apiGet<Flow>(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/flow`, { signal }),
    staleTime: Infinity,
  });
}
