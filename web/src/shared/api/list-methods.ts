import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from './client';
import { type Answer, type Item } from './contract';

/** The contract says only that it is a text. */
export type MethodStatus = 'in-force' | 'replaced' | 'text-not-confirmed';
type WithStatus<T extends { readonly status: string }> = Omit<T, 'status'> & {
  readonly status: MethodStatus;
};

/** A method edition in the catalogue; the same for every enterprise. */
export type MethodSummary = WithStatus<Item<'method.list'>>;

export type MethodTotal = MethodSummary['totals'][number];
export type Named = MethodSummary['factorSets'][number];

export type Method = WithStatus<Answer<'method.find'>>;
export type MethodSource = Method['sources'][number];
export type MethodCitation = Method['citations'][number];
export type MethodSymbol = MethodSource['symbols'][number];
export type MethodInput = MethodSource['inputs'][number];
export type MethodRoute = MethodSymbol['routes'][number];
export type Formula = NonNullable<MethodSource['formula']>;

/** One value of a factor table. */
export type Factor = Item<'method.factors'>;

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
