import { queryOptions } from '@tanstack/react-query';
import { apiDelete, apiGet, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Bilingual } from '@/shared/i18n/use-locale';

/** Where an input of a method takes its value from. */
export interface Binding {
  readonly kind: 'PARAMETER' | 'OPENING' | 'COMBINATION' | 'CONSTANT' | 'FACTOR';
  readonly parameterId?: string | null;
  readonly terms?: readonly { readonly sign: '+' | '-'; readonly parameterId: string }[] | null;
  readonly value?: string | null;
  readonly unit?: string | null;
  readonly origin?: Bilingual | null;
  readonly table?: string | null;
  readonly row?: string | null;
  readonly column?: string | null;
}

export interface WhenMissing {
  readonly symbol: string;
  readonly drop: readonly string[];
  readonly use: Readonly<Record<string, Binding>>;
  readonly reason: Bilingual;
}

/** How one row of a source is fed in the years it holds for. */
export interface PlanItemDefinition {
  readonly use: 'SOURCE' | 'PRODUCTION';
  readonly method: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly position: number;
  readonly source: string;
  readonly item: string;
  readonly itemName: Bilingual;
  readonly labels: Readonly<Record<string, string>>;
  readonly facilityUnitId: string | null;
  readonly processUnitId: string | null;
  readonly inputs: Readonly<Record<string, Binding>>;
  readonly whenMissing: readonly WhenMissing[];
  readonly noRowWhenIdle: string | null;
}

export interface PlanItem {
  readonly id: string;
  readonly version: number;
  readonly definition: PlanItemDefinition;
}

export interface MethodPlan {
  readonly method: string;
  readonly items: readonly PlanItem[];
}

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
