import { memo, type MouseEvent } from 'react';
import { formatExact, formatExactQuantity, formatNumber, MISSING } from '@/shared/format/quantity';
import { type ProblemItem } from '@/shared/api/problem';
import { isDecimal } from '@/shared/format/decimal';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type LedgerRow } from '../api/get-ledger';
import { ledgerTexts } from '../ledger-texts';
import { type CellKey, cellKey, LAST_COLUMN, OPENING_COLUMN } from '../model/cell-address';
import { type Draft } from '../model/drafts';
import { markOf, rowTitle, rowUnit, shownValue, storedAt } from '../model/grid-view';
import { MarkIcon } from './cell-mark';
import { CellEditor, type EditorEnd } from './cell-editor';

/** Digits a cell shows; the exact number is in the tooltip, the editor and the clipboard. */
const CELL_DIGITS = 11;

export interface Editing {
  readonly row: number;
  readonly column: number;
  /** The key that opened the editor, or null to edit what stands there. */
  readonly seed: string | null;
}

interface GridRowProps {
  readonly row: LedgerRow;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly template: string;
  readonly entries: ReadonlyMap<CellKey, Draft>;
  /** Why the server refused the last save, by cell. */
  readonly refusals: ReadonlyMap<CellKey, ProblemItem>;
  readonly due: number;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly focusColumn: number;
  readonly editing: Editing | null;
  readonly onEditEnd: (text: string | null, end: EditorEnd) => void;
}

export function cellId(row: number, column: number): string {
  return `ledger-cell-${row}-${column}`;
}

/** One parameter's year. Mouse events are handled by the grid, which finds the cell by its data attributes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, top, height, template, entries, selectedFrom, selectedTo, focusColumn, editing } =
    props;
  const { locale } = useLocale();
  const { parameter } = row;
  const title = rowTitle(parameter, locale);
  const columns = Array.from({ length: LAST_COLUMN + 1 }, (_, column) => column);
  const whole = [title.place, title.main].filter(Boolean).join(' · ');
  return (
    <div
      className="th-grid-row"
      role="row"
      aria-rowindex={index + 2}
      data-current={focusColumn >= 0}
      style={{ top, height, gridTemplateColumns: template }}
    >
      <div
        className="th-grid-cell th-grid-name"
        role="rowheader"
        data-row={index}
        data-head="row"
        title={whole}
      >
        <span>
          {title.place && <small>{title.place}</small>}
          {title.main}
        </span>
      </div>
      <div className="th-grid-cell th-grid-unit" role="gridcell" style={{ left: 'var(--name-width)' }}>
        {rowUnit(parameter, locale)}
      </div>
      {columns.map((column) => (
        <ValueCell
          key={column}
          row={row}
          index={index}
          column={column}
          draft={entries.get(cellKey(parameter.id, column))}
          refusal={props.refusals.get(cellKey(parameter.id, column))}
          due={props.due}
          selected={column >= selectedFrom && column <= selectedTo}
          focused={column === focusColumn}
          editing={editing?.column === column ? editing : null}
          onEditEnd={props.onEditEnd}
        />
      ))}
      <TotalCell row={row} stale={columns.some((column) => entries.has(cellKey(parameter.id, column)))} />
    </div>
  );
});

interface ValueCellProps {
  readonly row: LedgerRow;
  readonly index: number;
  readonly column: number;
  readonly draft: Draft | undefined;
  readonly refusal: ProblemItem | undefined;
  readonly due: number;
  readonly selected: boolean;
  readonly focused: boolean;
  readonly editing: Editing | null;
  readonly onEditEnd: GridRowProps['onEditEnd'];
}

function ValueCell(props: ValueCellProps) {
  const { row, index, column, draft, refusal, selected, focused, editing } = props;
  const { locale } = useLocale();
  const t = useText(ledgerTexts);
  const pick = usePick();
  const stored = storedAt(row, column);
  const off = column === OPENING_COLUMN && row.parameter.kind !== 'STOCK';
  const mark = refusal && draft ? 'error' : markOf(row, column, draft, props.due);
  const value = draft ? draft.text : shownValue(stored, row.parameter);
  const hint = () => {
    if (off) return t('cell.noOpening');
    const lines = [];
    if (draft?.value === undefined && draft) lines.push(t('cell.invalid', { text: draft.text }));
    if (draft && stored?.value != null) {
      lines.push(t('cell.before', { value: formatExact(shownValue(stored, row.parameter)) }));
    }
    if (stored?.value != null) {
      lines.push(t('cell.written', { value: stored.asWritten ?? stored.value, unit: stored.asWrittenUnit }));
      lines.push(
        t('cell.converted', {
          value: formatExactQuantity({ value: stored.value, unit: stored.unit }, locale),
        }),
      );
    }
    if (mark !== 'none') lines.push(t(`mark.${mark}`));
    if (refusal) lines.push(pick(refusal.message));
    for (const problem of stored?.problems ?? []) lines.push(pick(problem.message));
    return lines.join('\n');
  };
  return (
    <div
      className="th-grid-cell"
      role="gridcell"
      id={cellId(index, column)}
      aria-colindex={column + 3}
      aria-selected={selected}
      data-row={index}
      data-column={column}
      data-mark={mark}
      data-off={off || undefined}
      data-focus={focused || undefined}
      title={hint()}
    >
      <MarkIcon mark={mark} />
      <span className="th-grid-value">{off ? '' : shownText(value)}</span>
      {editing && (
        <CellEditor
          initial={editing.seed ?? value ?? ''}
          fresh={editing.seed !== null}
          onEnd={props.onEditEnd}
        />
      )}
    </div>
  );
}

function shownText(value: string | null): string {
  if (value === null || value === '') return MISSING;
  return isDecimal(value) ? formatNumber(value, CELL_DIGITS) : value;
}

/** The saved total; grey while entries of the row are not saved, since only the server adds up. */
function TotalCell({ row, stale }: { row: LedgerRow; stale: boolean }) {
  const { locale } = useLocale();
  const t = useText(ledgerTexts);
  const { total } = row;
  return (
    <div
      className="th-grid-cell th-grid-total"
      role="gridcell"
      data-stale={stale || undefined}
      title={
        stale
          ? t('total.stale')
          : total === null
            ? undefined
            : formatExactQuantity({ value: total, unit: row.parameter.unit }, locale)
      }
    >
      {total === null ? '' : formatNumber(total, CELL_DIGITS)}
    </div>
  );
}

/** Which cell a mouse event fell on. */
export function cellUnder(event: MouseEvent): { row: number; column: number | null } | null {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  const row = target?.dataset['row'];
  if (row === undefined) return null;
  const column = target?.dataset['column'];
  return { row: Number(row), column: column === undefined ? null : Number(column) };
}
