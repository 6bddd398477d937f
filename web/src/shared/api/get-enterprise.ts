import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from './client';
import { type Answer, type Schema } from './contract';

/** The key industries of the guideline. */
export const SECTORS = [
  'POWER',
  'PETROCHEMICALS',
  'CHEMICALS',
  'STEEL',
  'BUILDING_MATERIALS',
  'NON_FERROUS_METALS',
  'PAPER',
] as const satisfies readonly Sector[];
export type Sector = Schema<'Sector'>;

export type Enterprise = Answer<'enterprise.show'>;

export function enterpriseQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['enterprise', enterpriseId],
    queryFn: ({ signal }) => apiGet<Enterprise>(apiPath`/enterprises/${enterpriseId}`, { signal }),
  });
}

export const enterprisesQuery = queryOptions({
  queryKey: ['enterprises'],
  queryFn: async ({ signal }) => (await apiGet<{ items: Enterprise[] }>('/enterprises', { signal })).items,
});
