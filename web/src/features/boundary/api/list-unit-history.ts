import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type BoundaryUnit } from '@/shared/api/list-units';

/** The unit as it was after one change. */
export interface UnitRevision {
  readonly unit: BoundaryUnit;
  readonly changedBy: string | null;
  readonly changedAt: string;
  readonly reason: string | null;
}

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
