import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPatch, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

/** A factor of the enterprise: measured, from a supplier, or set by itself. */
export type OwnFactor = Item<'enterpriseFactor.list'>;
export type OwnFactorEntry = Body<'enterpriseFactor.enter'>;
export type PlanItem = Answer<'methodPlan.change'>;

/** The table by which a method plan names an own factor. */
export const OWN_TABLE = 'enterprise';

export function ownFactorsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['own-factors', enterpriseId],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'enterpriseFactor.list'>>(apiPath`/enterprises/${enterpriseId}/own-factors`, {
          signal,
        })
      ).items,
  });
}

export function ownFactorQuery(enterpriseId: string, id: string) {
  return queryOptions({
    queryKey: ['own-factors', enterpriseId, id],
    queryFn: ({ signal }) =>
      apiGet<OwnFactor>(apiPath`/enterprises/${enterpriseId}/own-factors/${id}`, { signal }),
  });
}

export function saveOwnFactor(
  enterpriseId: string,
  present: OwnFactor | null,
  entry: OwnFactorEntry,
): Promise<OwnFactor> {
  return present === null
    ? apiPost(apiPath`/enterprises/${enterpriseId}/own-factors`, entry)
    : apiPatch(apiPath`/enterprises/${enterpriseId}/own-factors/${present.id}`, entry, {
        ifMatch: present.version,
      });
}

export function retireOwnFactor(
  enterpriseId: string,
  { id, version }: OwnFactor,
  reason: string,
): Promise<OwnFactor> {
  return apiPost(
    apiPath`/enterprises/${enterpriseId}/own-factors/${id}/retire`,
    { reason },
    { ifMatch: version },
  );
}

/** The items of a method plan that hold in the year. */
export function planItemsQuery(enterpriseId: string, year: number, method: string) {
  return queryOptions({
    queryKey: ['method-plans', enterpriseId, year, method],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'methodPlan.list'>>(apiPath`/enterprises/${enterpriseId}/method-plans`, {
          query: { year, method },
          signal,
        })
      ).items.flatMap(({ items }) => items),
  });
}

/** Lets one input of a plan item take the factor, in place of `drop`. */
export function putIntoPlan(
  enterpriseId: string,
  item: PlanItem,
  factor: OwnFactor,
  drop: readonly string[],
): Promise<PlanItem> {
  const kept = Object.fromEntries(
    Object.entries(item.definition.inputs).filter(([symbol]) => !drop.includes(symbol)),
  );
  return apiPut(
    apiPath`/enterprises/${enterpriseId}/method-plans/${item.id}`,
    {
      ...item.definition,
      inputs: {
        ...kept,
        [factor.symbol]: { kind: 'FACTOR', table: OWN_TABLE, row: factor.id, column: factor.symbol },
      },
    },
    { ifMatch: item.version },
  );
}
