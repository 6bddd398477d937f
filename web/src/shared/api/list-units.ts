import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from './client';

export type UnitKind = 'SITE' | 'PROCESS' | 'FACILITY';

export interface TechnicalParameter {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** A node of the boundary tree (核算单元). */
export interface BoundaryUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly code: string | null;
  readonly technicalParameters: readonly TechnicalParameter[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly version: number;
}

export function unitsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['units', enterpriseId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: BoundaryUnit[] }>(apiPath`/enterprises/${enterpriseId}/units`, { signal }))
        .items,
  });
}
