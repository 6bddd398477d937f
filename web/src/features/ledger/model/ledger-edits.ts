import { type Ledger, type LedgerCell, type LedgerRow } from '../api/get-ledger';
import { type LineEntry } from '../api/save-lines';
import { type CellKey, OPENING_COLUMN, splitCellKey } from './cell-address';
import { type Draft } from './drafts';
import { shownValue, storedAt } from './grid-view';

export function rowsById(rows: readonly LedgerRow[]): ReadonlyMap<string, LedgerRow> {
  return new Map(rows.map((row) => [row.parameter.id, row]));
}

/** The unsaved entries as the server takes them: in the unit of the row, with the version each is based on. */
export function entriesToSave(ledger: Ledger, entries: ReadonlyMap<CellKey, Draft>): readonly LineEntry[] {
  const rows = rowsById(ledger.rows);
  const lines: LineEntry[] = [];
  for (const [key, draft] of entries) {
    const { parameterId, column } = splitCellKey(key);
    const row = rows.get(parameterId);
    if (!row || draft.value === undefined) continue;
    lines.push({
      parameterId,
      month: monthOf(ledger, column),
      slot: column === OPENING_COLUMN ? 'OPENING' : 'MONTH',
      value: draft.value,
      unit: row.parameter.unitAsWritten,
      version: draft.baseVersion,
    });
  }
  return lines;
}

/** The opening stock is kept under the first month. */
export function monthOf(ledger: Ledger, column: number): string {
  return ledger.months[Math.max(0, column - 1)] ?? '';
}

export function invalidKeys(entries: ReadonlyMap<CellKey, Draft>): readonly CellKey[] {
  return [...entries].filter(([, draft]) => draft.value === undefined).map(([key]) => key);
}

/** An unsaved entry whose line somebody else changed meanwhile. */
export interface Conflict {
  readonly key: CellKey;
  readonly row: LedgerRow;
  readonly column: number;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly theirState: LedgerCell['state'] | null;
  readonly version: number;
}

export function conflictsOf(ledger: Ledger, entries: ReadonlyMap<CellKey, Draft>): readonly Conflict[] {
  const rows = rowsById(ledger.rows);
  const conflicts: Conflict[] = [];
  for (const [key, draft] of entries) {
    const { parameterId, column } = splitCellKey(key);
    const row = rows.get(parameterId);
    if (!row) continue;
    const stored = storedAt(row, column);
    const version = stored?.version ?? 0;
    if (version === draft.baseVersion) continue;
    conflicts.push({
      key,
      row,
      column,
      mine: draft.value ?? draft.text,
      theirs: shownValue(stored, row.parameter),
      theirState: stored?.state ?? null,
      version,
    });
  }
  return conflicts;
}

/** Lines with a value in the given cells, in one of the states. */
export function linesIn(
  rows: readonly LedgerRow[],
  columns: readonly number[],
  state: LedgerCell['state'],
): readonly LedgerCell[] {
  return rows.flatMap((row) =>
    columns
      .map((column) => storedAt(row, column))
      .filter((cell) => cell !== null)
      .filter((cell) => cell.state === state && cell.value !== null),
  );
}
