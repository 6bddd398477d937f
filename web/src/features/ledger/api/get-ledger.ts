import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

export type Ledger = Answer<'ledger.year'>;

/** Cells in the order of `Ledger.months`; only parameters of kind STOCK have an opening one. */
export type LedgerRow = Ledger['rows'][number];

/** One ledger line (台账): a parameter in a month, or its stock at the start of the year. */
export type LedgerCell = NonNullable<LedgerRow['opening']>;
export type LineState = LedgerCell['state'];
export type LineOrigin = LedgerCell['origin'];

/** What a row needs to know of its parameter. */
export type RowParameter = LedgerRow['parameter'];

export function ledgerQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['ledger', enterpriseId, year],
    queryFn: ({ signal }) =>
      apiGet<Ledger>(apiPath`/enterprises/${enterpriseId}/ledger`, { query: { year }, signal }),
  });
}
