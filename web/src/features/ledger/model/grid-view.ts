import { parameterName } from '@/shared/api/parameter-name';
import { normalizeDecimal } from '@/shared/format/decimal';
import { formatUnit } from '@/shared/format/unit';
import { type Locale } from '@/shared/i18n/locale';
import { type LedgerCell, type LedgerRow, type RowParameter } from '../api/get-ledger';
import { type CellKey, cellKey, LAST_COLUMN, OPENING_COLUMN } from './cell-address';
import { type Draft } from './drafts';

/** What a cell says about itself, by colour, corner mark and icon. */
export type CellMark =
  'none' | 'open' | 'confirmed' | 'locked' | 'changed' | 'invalid' | 'error' | 'warning' | 'missing';

const HAN = /[\u4e00-\u9fff]/;

export type Filter = 'all' | 'open' | 'missing' | 'problem' | 'changed';

export function storedAt(row: LedgerRow, column: number): LedgerCell | null {
  return column === OPENING_COLUMN ? row.opening : (row.cells[column - 1] ?? null);
}

/** The number in the unit of the row: as written where it was written in that unit, else as the server converted it. */
export function shownValue(cell: LedgerCell | null, parameter: RowParameter): string | null {
  if (!cell || cell.value === null) return null;
  return cell.writtenValue !== null && cell.asWrittenUnit === parameter.unitAsWritten
    ? normalizeDecimal(cell.writtenValue)
    : normalizeDecimal(cell.value);
}

/** Only stocks have an opening value; confirmed and locked lines must be reopened first. */
export function isEditable(row: LedgerRow, column: number): boolean {
  if (column === OPENING_COLUMN && row.parameter.kind !== 'STOCK') return false;
  const stored = storedAt(row, column);
  return stored === null || stored.state === 'OPEN';
}

export function markOf(
  row: LedgerRow,
  column: number,
  draft: Draft | undefined,
  lastMonthDue: number,
): CellMark {
  if (column === OPENING_COLUMN && row.parameter.kind !== 'STOCK') return 'none';
  if (draft) return draft.value === undefined ? 'invalid' : 'changed';
  const stored = storedAt(row, column);
  const worst = stored?.problems.some(({ severity }) => severity === 'error')
    ? 'error'
    : stored && stored.problems.length > 0
      ? 'warning'
      : null;
  if (worst) return worst;
  if (stored?.value === undefined || stored.value === null)
    return column <= lastMonthDue ? 'missing' : 'none';
  if (stored.state === 'LOCKED') return 'locked';
  return stored.state === 'CONFIRMED' ? 'confirmed' : 'open';
}

/** The last month column that should hold a value today: all of a past year, the finished months of this one. */
export function lastMonthDue(year: number, today: Date): number {
  if (year < today.getFullYear()) return LAST_COLUMN;
  return year > today.getFullYear() ? -1 : today.getMonth();
}

const FILTERED: Readonly<Record<Exclude<Filter, 'all'>, readonly CellMark[]>> = {
  open: ['open'],
  missing: ['missing'],
  problem: ['error', 'warning', 'invalid'],
  changed: ['changed', 'invalid'],
};

export function filterRows(
  rows: readonly LedgerRow[],
  { sheet, words, filter }: { sheet: string; words: string; filter: Filter },
  entries: ReadonlyMap<CellKey, Draft>,
  due: number,
): readonly LedgerRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { parameter } = row;
    if (sheet !== '' && parameter.sheet !== sheet) return false;
    const text = [...parameter.labels, ...namesOf(parameter), parameter.unitAsWritten]
      .join('\n')
      .toLowerCase();
    if (!wanted.every((word) => text.includes(word))) return false;
    if (filter === 'all') return true;
    const marks = FILTERED[filter];
    for (let column = OPENING_COLUMN; column <= LAST_COLUMN; column++) {
      if (marks.includes(markOf(row, column, entries.get(cellKey(parameter.id, column)), due))) return true;
    }
    return false;
  });
}

function namesOf(parameter: RowParameter): readonly string[] {
  return [parameterName(parameter, 'zh-CN'), parameterName(parameter, 'en')];
}

/** The labels of the workbook row; in English the parameter's own name where it has one. */
export function rowTitle(parameter: RowParameter, locale: Locale): { main: string; place: string } {
  const name = parameterName(parameter, locale);
  if (locale === 'en' && !HAN.test(name)) {
    const [head = '', ...tail] = name.split(': ');
    return tail.length > 0 ? { place: head, main: tail.join(': ') } : { place: '', main: head };
  }
  const [place = '', ...rest] = parameter.labels;
  return rest.length > 0 ? { place, main: rest.join(' ') } : { place: '', main: place || name };
}

export function rowUnit(parameter: RowParameter, locale: Locale): string {
  return locale === 'en' ? formatUnit(parameter.unit, locale) : parameter.unitAsWritten;
}
