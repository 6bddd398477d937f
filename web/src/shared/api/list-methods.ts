import { queryOptions } from '@tanstack/react-query';
import { type Quantity } from '@/shared/format/quantity';
import { type Bilingual } from '@/shared/i18n/use-locale';
import { apiGet, apiPath } from './client';

export type MethodStatus = 'in-force' | 'replaced' | 'text-not-confirmed';

export interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** A method edition in the catalogue; the same for every enterprise. */
export interface MethodSummary {
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual;
  readonly sector: string;
  readonly status: MethodStatus;
  readonly issued: string | null;
  readonly effective: string | null;
  readonly factorSets: readonly Named[];
  readonly sources: readonly { readonly key: string; readonly name: Bilingual; readonly category: string }[];
  readonly totals: readonly MethodTotal[];
}

export interface MethodTotal {
  readonly key: string;
  readonly name: Bilingual;
  readonly unit: string;
  readonly level: string;
  readonly subtotal: boolean;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

export interface Formula {
  readonly text: string;
  readonly latex: string;
}

export interface MethodCitation {
  readonly id: string;
  readonly title: Bilingual;
  readonly confidence: string;
}

export interface MethodRoute {
  readonly id: string;
  readonly name: Bilingual;
  /** The input whose presence chooses this route. */
  readonly lead: string | null;
  readonly formula: Formula;
}

export interface MethodSymbol {
  readonly key: string;
  readonly name: Bilingual;
  readonly units: readonly string[];
  readonly routes: readonly MethodRoute[];
}

export interface MethodInput {
  readonly key: string;
  readonly name: Bilingual;
  readonly units: readonly string[];
  readonly negativeAllowed: boolean;
  readonly hasDefault: boolean;
}

export interface MethodSource {
  readonly key: string;
  readonly name: Bilingual;
  readonly category: string;
  readonly unit: string;
  readonly formula: Formula | null;
  readonly symbols: readonly MethodSymbol[];
  readonly inputs: readonly MethodInput[];
  /** Which texts choose a default row: fuel, material, product … */
  readonly labels: readonly string[];
  readonly citation: MethodCitation;
}

export interface Method extends Omit<MethodSummary, 'sources'> {
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  /** What is known of a text that is not confirmed. */
  readonly known: Bilingual | null;
  readonly digest: string;
  readonly gases: readonly string[];
  readonly citations: readonly MethodCitation[];
  readonly sources: readonly MethodSource[];
  readonly memos: readonly string[];
}

/** One value of a factor table. */
export interface Factor {
  readonly id: string;
  readonly table: string;
  readonly tableTitle: Bilingual;
  readonly row: string;
  readonly name: Bilingual;
  readonly column: string;
  readonly columnName: Bilingual;
  readonly value: Quantity;
  readonly confidence: string;
  readonly citation: Bilingual;
  readonly published: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly note: Bilingual | null;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** The catalogue changes only with the software. */
const CATALOGUE = { staleTime: Infinity } as const;

export const methodsQuery = queryOptions({
  queryKey: ['methods'],
  queryFn: async ({ signal }) => (await apiGet<Page<MethodSummary>>('/methods', { signal })).items,
  ...CATALOGUE,
});

export function methodQuery(id: string) {
  return queryOptions({
    queryKey: ['method', id],
    queryFn: ({ signal }) => apiGet<Method>(apiPath`/methods/${id}`, { signal }),
    ...CATALOGUE,
  });
}

export const gridFactorsQuery = queryOptions({
  queryKey: ['factors', 'grid'],
  queryFn: async ({ signal }) => (await apiGet<Page<Factor>>('/factors/grid', { signal })).items,
  ...CATALOGUE,
});

const PAGE = 500;

/** Every factor of the catalogue, page by page. */
export const factorsQuery = queryOptions({
  queryKey: ['factors', 'all'],
  queryFn: async ({ signal }) => {
    const all: Factor[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Factor> = await apiGet('/factors', { query: { limit: PAGE, cursor }, signal });
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  },
  ...CATALOGUE,
});
