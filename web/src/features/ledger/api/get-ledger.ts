import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Parameter } from '@/shared/api/list-parameters';
import { type ProblemItem } from '@/shared/api/problem';

export type LineState = 'OPEN' | 'CONFIRMED' | 'LOCKED';
export type LineOrigin = 'MANUAL' | 'IMPORT';

/** What a row needs to know of its parameter. */
export type RowParameter = Pick<
  Parameter,
  'id' | 'name' | 'sheet' | 'labels' | 'unit' | 'unitAsWritten' | 'kind' | 'signRule' | 'responsible'
>;

/** One ledger line (台账): a parameter in a month, or its stock at the start of the year. */
export interface LedgerCell {
  readonly lineId: string;
  readonly month: string;
  readonly value: string | null;
  readonly unit: string;
  /** The number in the unit it was written in. */
  readonly writtenValue: string | null;
  /** The same as the person or the workbook wrote it. */
  readonly asWritten: string | null;
  readonly asWrittenUnit: string;
  readonly state: LineState;
  readonly origin: LineOrigin;
  readonly version: number;
  readonly vouchers: number;
  readonly problems: readonly ProblemItem[];
}

export interface LedgerRow {
  readonly parameter: RowParameter;
  /** Stock at the start of the year; only parameters of kind STOCK have one. */
  readonly opening: LedgerCell | null;
  /** In the order of `Ledger.months`. */
  readonly cells: readonly (LedgerCell | null)[];
  /** Sum of the year in the parameter's unit, where months add up; null for qualities and stocks. */
  readonly total: string | null;
}

export interface Ledger {
  readonly months: readonly string[];
  readonly sheets: readonly string[];
  readonly rows: readonly LedgerRow[];
}

export function ledgerQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['ledger', enterpriseId, year],
    queryFn: ({ signal }) =>
      apiGet<Ledger>(apiPath`/enterprises/${enterpriseId}/ledger`, { query: { year }, signal }),
  });
}
