import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type MethodStatus, type Named } from '@/shared/api/list-methods';
import { type ProblemItem } from '@/shared/api/problem';
import { type Quantity } from '@/shared/format/quantity';
import { type Bilingual } from '@/shared/i18n/use-locale';

/** A figure of a run; `figure` names its trace. */
export interface RunFigure extends Quantity {
  readonly figure: string | null;
}

/** A run of the accounting (核算), immutable. */
export interface InventoryHead {
  readonly id: string;
  readonly number: number;
  readonly period: { readonly from: string; readonly to: string; readonly year: number | null };
  readonly method: {
    readonly id: string;
    readonly number: string;
    readonly title: Bilingual;
    readonly status: MethodStatus;
  };
  readonly factorSet: Named | null;
  readonly total: RunFigure;
  readonly provisional: boolean;
  readonly openLines: number;
  readonly state: 'CURRENT' | 'SUPERSEDED';
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly reason: string | null;
  readonly digest: string;
  readonly createdAt: string;
  readonly createdBy: { readonly id: string; readonly name: string };
}

export interface SourceFigure extends RunFigure {
  readonly key: string;
  readonly name: Bilingual;
  readonly category: string;
  readonly sign: 'PLUS' | 'MINUS' | 'NONE';
  /** Percent of the total. */
  readonly share: string | null;
}

export interface MonthFigure extends RunFigure {
  readonly month: string;
  readonly sources: readonly (RunFigure & { readonly key: string })[];
}

export interface ItemFigure extends RunFigure {
  readonly source: string;
  readonly key: string;
  readonly name: Bilingual;
  readonly facility: string | null;
  readonly amount: Quantity | null;
}

export interface TotalFigure extends RunFigure {
  readonly key: string;
  readonly name: Bilingual;
  readonly level: string;
  readonly subtotal: boolean;
}

export interface IndicatorFigure extends RunFigure {
  readonly key: string;
  readonly name: Bilingual;
  readonly facility: string | null;
}

export interface Inventory extends InventoryHead {
  readonly factorChoices: readonly {
    readonly source: string;
    readonly sourceName: Bilingual;
    readonly table: string;
    readonly row: string;
    readonly column: string;
    readonly name: Bilingual;
    readonly tableTitle: Bilingual;
    readonly value: Quantity;
    readonly validity: string | null;
  }[];
  readonly totals: readonly TotalFigure[];
  readonly bySource: readonly SourceFigure[];
  readonly byMonth: readonly MonthFigure[];
  readonly byProcess: readonly (Quantity & {
    readonly unitId: string | null;
    readonly name: Bilingual;
    readonly share: string | null;
  })[];
  readonly processBasis: Bilingual;
  readonly processComplete: boolean;
  readonly byFacility: readonly {
    readonly label: string;
    readonly unitId: string | null;
    readonly name: Bilingual;
    readonly totals: readonly TotalFigure[];
    readonly sources: readonly (RunFigure & { readonly key: string })[];
    readonly indicators: readonly IndicatorFigure[];
  }[];
  readonly items: readonly ItemFigure[];
  readonly intensities: readonly (RunFigure & {
    readonly key: string;
    readonly name: Bilingual;
    readonly numerator: Quantity;
    readonly denominator: Quantity & { readonly name: Bilingual };
  })[];
  readonly indicators: readonly IndicatorFigure[];
  readonly flags: readonly {
    readonly code: string;
    readonly name: Bilingual;
    readonly count: number;
    readonly rows: readonly string[];
  }[];
  readonly warnings: readonly ProblemItem[];
  readonly confidence: { readonly verified: number; readonly recalled: number; readonly unsure: number };
  readonly inputsDigest: string;
  readonly methodDigest: string;
}

export function inventoryQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: ['inventory', enterpriseId, inventoryId],
    queryFn: ({ signal }) =>
      apiGet<Inventory>(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}`, { signal }),
  });
}

export function inventoriesQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['inventories', enterpriseId, year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ items: InventoryHead[] }>(apiPath`/enterprises/${enterpriseId}/inventories`, {
          query: { year },
          signal,
        })
      ).items,
  });
}
