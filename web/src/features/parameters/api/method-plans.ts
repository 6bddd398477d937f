import { queryOptions } from '@tanstack/react-query';
import { apiDelete, apiGet, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

/** How one row of a source is fed in the years it holds for. */
export type PlanItemDefinition = Body<'methodPlan.add'>;
export type PlanItem = Answer<'methodPlan.add'>;
export type MethodPlan = Item<'methodPlan.list'>;

/** Where an input of a method takes its value from. */
export type Binding = PlanItemDefinition['inputs'][string];

export function methodPlansQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['method-plans', enterpriseId, year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ items: MethodPlan[] }>(apiPath`/enterprises/${enterpriseId}/method-plans`, {
          query: { year },
          signal,
        })
      ).items,
  });
}

/** The items of one method, whatever years they hold for. */
export function wholePlanQuery(enterpriseId: string, method: string) {
  return queryOptions({
    queryKey: ['method-plans', enterpriseId, 'whole', method],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ items: MethodPlan[] }>(apiPath`/enterprises/${enterpriseId}/method-plans`, {
          query: { method },
          signal,
        })
      ).items.flatMap(({ items }) => items),
  });
}

export function addPlanItem(enterpriseId: string, definition: PlanItemDefinition): Promise<PlanItem> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/method-plans`, definition);
}

export function changePlanItem(
  enterpriseId: string,
  item: Pick<PlanItem, 'id' | 'version'>,
  definition: PlanItemDefinition,
): Promise<PlanItem> {
  return apiPut(apiPath`/enterprises/${enterpriseId}/method-plans/${item.id}`, definition, {
    ifMatch: item.version,
  });
}

export function removePlanItem(enterpriseId: string, { id, version }: PlanItem): Promise<void> {
  return apiDelete(apiPath`/enterprises/${enterpriseId}/method-plans/${id}`, { ifMatch: version });
}

/** A factor of the enterprise's own. */
export type OwnFactor = Item<'enterpriseFactor.list'>;

/** The table by which a plan names an own factor; its row is the id. */
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
