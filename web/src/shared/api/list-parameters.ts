import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from './client';
import { type Item } from './contract';

export type ParameterBinding = Parameter['bindings'][number];

/** One quantity the monitoring plan watches at one unit (监测参数). */
export type Parameter = Item<'parameter.list'>;

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

/** Those of all years, ended ones included. */
export function everyParameterQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['parameters', enterpriseId, 'every'],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: Parameter[] }>(apiPath`/enterprises/${enterpriseId}/parameters`, { signal }))
        .items,
  });
}
