import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from './client';

export interface ParameterBinding {
  readonly method: string;
  readonly source: string;
  readonly item: string | null;
  readonly symbol: string;
}

/** One quantity the monitoring plan watches at one unit (监测参数). */
export interface Parameter {
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly sheet: string | null;
  readonly labels: readonly string[];
  readonly unit: string;
  readonly unitAsWritten: string;
  readonly kind: 'FLOW' | 'STOCK' | 'QUALITY' | 'OUTPUT' | 'STATE';
  readonly signRule: 'NONNEGATIVE' | 'ANY';
  readonly obtainedBy: 'MEASURED' | 'CALCULATED' | 'DEFAULT' | 'SUPPLIER';
  readonly responsible: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly bindings: readonly ParameterBinding[];
  readonly version: number;
}

export function parametersQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['parameters', enterpriseId, year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ items: Parameter[] }>(apiPath`/enterprises/${enterpriseId}/parameters`, {
          query: { year },
          signal,
        })
      ).items,
  });
}
