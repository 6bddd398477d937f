import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Item } from '@/shared/api/contract';

/** The unit as it was after one change. */
export type UnitRevision = Item<'unit.history'>;

export function unitHistoryQuery(enterpriseId: string, unitId: string) {
  return queryOptions({
    queryKey: ['units', enterpriseId, unitId, 'history'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ items: UnitRevision[] }>(
          apiPath`/enterprises/${enterpriseId}/units/${unitId}/history`,
          {
            signal,
          },
        )
      ).items,
  });
}
