import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Voucher } from '@/shared/ui/voucher-list';
import { type LedgerCell } from './get-ledger';

/** One version of a line: who wrote what, when and why. */
export interface LineVersionEntry {
  readonly cell: LedgerCell;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly reason: string | null;
  /** Where an imported number was read. */
  readonly source: {
    readonly importId: string;
    readonly file: string;
    readonly sheet: string;
    readonly cell: string;
  } | null;
}

export interface LineDetail {
  readonly lineId: string;
  /** Newest first. */
  readonly versions: readonly LineVersionEntry[];
  readonly vouchers: readonly Voucher[];
}

export function lineQuery(enterpriseId: string, lineId: string) {
  return queryOptions({
    queryKey: ['ledger-line', enterpriseId, lineId],
    queryFn: ({ signal }) =>
      apiGet<LineDetail>(apiPath`/enterprises/${enterpriseId}/ledger/lines/${lineId}`, { signal }),
  });
}
