import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiDelete, apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type BoundaryUnit, type TechnicalParameter, type UnitKind } from '@/shared/api/list-units';

export interface UnitDraft {
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly technicalParameters: readonly TechnicalParameter[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reason: string | null;
}

function useRefresh(enterpriseId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['units', enterpriseId] });
}

/** Adds a unit, or changes the one given. */
export function useSaveUnit(enterpriseId: string) {
  return useMutation({
    mutationFn: ({ unit, draft }: { unit: BoundaryUnit | null; draft: UnitDraft }) => {
      if (unit === null) return apiPost<BoundaryUnit>(apiPath`/enterprises/${enterpriseId}/units`, draft);
      const { kind: _, ...changes } = draft;
      return apiPatch<BoundaryUnit>(
        apiPath`/enterprises/${enterpriseId}/units/${unit.id}`,
        { ...changes, openEnded: draft.validTo === null },
        { ifMatch: unit.version },
      );
    },
    onSuccess: useRefresh(enterpriseId),
  });
}

export interface EndUnit {
  readonly unit: BoundaryUnit;
  /** The last day the unit belongs to the boundary. */
  readonly on: string;
  readonly reason: string;
}

/** Takes a unit out of the boundary after a day; its history stays. */
export function useEndUnit(enterpriseId: string) {
  return useMutation({
    mutationFn: ({ unit, on, reason }: EndUnit) =>
      apiDelete<BoundaryUnit>(apiPath`/enterprises/${enterpriseId}/units/${unit.id}`, {
        query: { on, reason },
        ifMatch: unit.version,
      }),
    onSuccess: useRefresh(enterpriseId),
  });
}
