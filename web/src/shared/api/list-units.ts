import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from './client';
import { type Item, type Schema } from './contract';

export type UnitKind = Schema<'UnitKind'>;

export type TechnicalParameter = BoundaryUnit['technicalParameters'][number];

/** A node of the boundary tree (核算单元). */
export type BoundaryUnit = Item<'unit.list'>;

export function unitsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['units', enterpriseId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: BoundaryUnit[] }>(apiPath`/enterprises/${enterpriseId}/units`, { signal }))
        .items,
  });
}
