import { queryOptions } from '@tanstack/react-query';
import { type Bilingual } from '@/shared/i18n/use-locale';
import { apiGet, apiPath } from './client';

/** The key industries of the guideline. */
export const SECTORS = [
  'POWER',
  'PETROCHEMICALS',
  'CHEMICALS',
  'STEEL',
  'BUILDING_MATERIALS',
  'NON_FERROUS_METALS',
  'PAPER',
] as const;
export type Sector = (typeof SECTORS)[number];

export interface Enterprise {
  readonly id: string;
  readonly groupId: string | null;
  readonly name: Bilingual;
  readonly creditCode: string | null;
  readonly sector: Sector;
  readonly industryCode: string;
  readonly address: string;
  readonly zone: string;
  readonly methods: readonly string[];
  /** The boundary in words, as the report states it. */
  readonly boundary: string;
  readonly years: readonly number[];
  readonly version: number;
}

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
