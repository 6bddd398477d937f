import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Parameter } from '@/shared/api/list-parameters';
import { type ProblemItem } from '@/shared/api/problem';

export type ImportState = 'PREVIEW' | 'REJECTED' | 'COMMITTED';
export type RowAction = 'MAP' | 'NEW' | 'IGNORE' | 'UNDECIDED';

/** One value of the file and how it relates to the ledger as it is. */
export interface ImportCell {
  readonly month: string;
  readonly slot: 'MONTH' | 'OPENING';
  readonly cell: string;
  readonly value: string;
  readonly asWritten: string;
  readonly change: 'NEW' | 'SAME' | 'CHANGED' | 'CONFIRMED';
  readonly before: {
    readonly lineId: string;
    readonly value: string | null;
    readonly unit: string;
    readonly state: 'OPEN' | 'CONFIRMED' | 'LOCKED';
    readonly version: number;
  } | null;
}

/** One row of the file and where its values would go. */
export interface ImportRow {
  readonly id: string;
  readonly row: number;
  readonly column: string;
  readonly labels: readonly string[];
  readonly symbol: string | null;
  readonly block: string | null;
  readonly unitAsWritten: string;
  readonly unit: string | null;
  readonly action: RowAction;
  readonly parameterId: string | null;
  readonly parameterName: string | null;
  readonly suggestion: { readonly parameterId: string; readonly name: string } | null;
  readonly newParameter: {
    readonly name: string;
    readonly sheet: string;
    readonly labels: readonly string[];
    readonly unit: string;
    readonly kind: Parameter['kind'];
    readonly signRule: Parameter['signRule'];
  } | null;
  readonly cells: readonly ImportCell[];
}

export interface ImportSheet {
  readonly name: string;
  readonly role: string;
  readonly layout: string;
  readonly headerRows: readonly number[];
  readonly monthColumns: readonly { readonly column: string; readonly month: string }[];
  readonly rows: readonly ImportRow[];
}

/** A file read and planned; nothing of it is in the ledger before the commit. */
export interface ImportPreview {
  readonly id: string;
  readonly year: number;
  readonly file: { readonly name: string; readonly sizeBytes: number; readonly digest: string | null };
  readonly state: ImportState;
  readonly layout: string;
  /** Names what the person saw; the commit is refused if it changed meanwhile. */
  readonly fingerprint: string | null;
  readonly createdAt: string;
  readonly committedAt: string | null;
  readonly sheets: readonly ImportSheet[];
  readonly problems: readonly ProblemItem[];
  readonly counts: {
    readonly rows: number;
    readonly mapped: number;
    readonly created: number;
    readonly ignored: number;
    readonly undecided: number;
    readonly values: number;
    readonly added: number;
    readonly same: number;
    readonly changed: number;
    readonly confirmed: number;
    readonly errors: number;
    readonly warnings: number;
    readonly written: number;
  };
}

export function importQuery(enterpriseId: string, importId: string) {
  return queryOptions({
    queryKey: ['import', enterpriseId, importId],
    queryFn: ({ signal }) =>
      apiGet<ImportPreview>(apiPath`/enterprises/${enterpriseId}/imports/${importId}`, { signal }),
  });
}
