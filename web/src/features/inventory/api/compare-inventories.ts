import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Quantity } from '@/shared/format/quantity';
import { type Bilingual } from '@/shared/i18n/use-locale';
import { type InventoryHead } from './get-inventory';

export interface Difference {
  readonly key: string;
  readonly name: Bilingual;
  readonly source: string | null;
  readonly facility: string | null;
  readonly a: string;
  readonly b: string;
  /** b minus a. */
  readonly difference: string;
  readonly percent: string | null;
  readonly unit: string;
}

interface FactorValue extends Quantity {
  readonly origin: Bilingual;
}

export interface FactorChange {
  readonly source: string;
  readonly item: string;
  readonly facility: string | null;
  readonly month: string;
  readonly symbol: string;
  readonly a: FactorValue | null;
  readonly b: FactorValue | null;
}

interface LineValue extends Quantity {
  readonly version: number;
}

export interface LineChange {
  readonly lineId: string;
  readonly parameterId: string;
  readonly parameter: Bilingual;
  readonly month: string;
  readonly opening: boolean;
  readonly a: LineValue | null;
  readonly b: LineValue | null;
}

export interface Comparison {
  readonly a: InventoryHead;
  readonly b: InventoryHead;
  readonly total: Difference;
  readonly bySource: readonly Difference[];
  readonly items: readonly Difference[];
  readonly factors: readonly FactorChange[];
  readonly lines: readonly LineChange[];
  readonly sameMethod: boolean;
  readonly sameInputs: boolean;
}

export function comparisonQuery(enterpriseId: string, a: string, b: string) {
  return queryOptions({
    queryKey: ['inventory-comparison', enterpriseId, a, b],
    queryFn: ({ signal }) =>
      apiGet<Comparison>(apiPath`/enterprises/${enterpriseId}/inventories/${a}/compare/${b}`, { signal }),
    staleTime: Infinity,
  });
}
