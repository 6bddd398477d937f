import { type ProblemItem } from '@/shared/api/problem';
import { type ImportSheet } from '../api/get-import';

/** `sheet!cell` of every problem that has one, the worst first. */
export function problemsByCell(problems: readonly ProblemItem[]): ReadonlyMap<string, ProblemItem> {
  const found = new Map<string, ProblemItem>();
  for (const problem of problems) {
    if (!problem.sheet || !problem.cell) continue;
    const key = cellPlace(problem.sheet, problem.cell);
    const before = found.get(key);
    if (!before || (before.severity === 'warning' && problem.severity === 'error')) found.set(key, problem);
  }
  return found;
}

export function cellPlace(sheet: string, cell: string): string {
  return `${sheet}!${cell}`;
}

/** Where a month of a row stands in the workbook; null where the sheet has no column for it. */
export function cellOf(sheet: ImportSheet, row: ImportSheet['rows'][number], month: string): string | null {
  const planned = row.cells.find((cell) => cell.month === month && cell.slot === 'MONTH');
  if (planned) return planned.cell;
  const column = sheet.monthColumns.find((one) => one.month === month)?.column;
  return column === undefined ? null : `${column}${row.row}`;
}

/** What stood in the cell, as far as the problem says. */
export function contentOf(problem: ProblemItem): string | null {
  const content = problem.args?.['content'] ?? problem.args?.['value'];
  return typeof content === 'string' || typeof content === 'number' ? String(content) : null;
}

/** The sheet and cell to jump to. */
export interface Place {
  readonly sheet: string;
  readonly cell: string | null;
}

export function placeOf({ sheet, cell }: ProblemItem): Place | null {
  return sheet ? { sheet, cell: cell ?? null } : null;
}
