import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

/** Run b against run a: differences are b minus a. */
export type Comparison = Answer<'inventory.compare'>;
export type Difference = Comparison['total'];
export type FactorChange = Comparison['factors'][number];
export type LineChange = Comparison['lines'][number];

export function comparisonQuery(enterpriseId: string, a: string, b: string) {
  return queryOptions({
    queryKey: ['inventory-comparison', enterpriseId, a, b],
    queryFn: ({ signal }) =>
      apiGet<Comparison>(apiPath`/enterprises/${enterpriseId}/inventories/${a}/compare/${b}`, { signal }),
    staleTime: Infinity,
  });
}
