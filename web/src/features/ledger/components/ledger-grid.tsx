import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type ProblemItem } from '@/shared/api/problem';
import { formatMonth } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type LedgerRow } from '../api/get-ledger';
import { ledgerTexts } from '../ledger-texts';
import { type CellKey, cellKey, LAST_COLUMN, OPENING_COLUMN } from '../model/cell-address';
import { layBlock, parseBlock, writeBlock } from '../model/clipboard';
import { type Draft, type Entry } from '../model/drafts';
import { isEditable, shownValue, storedAt } from '../model/grid-view';
import {
  advanced,
  clamp,
  fillPlan,
  jumped,
  moved,
  type Position,
  rectangleOf,
  type Selection,
} from '../model/selection';
import { type EditorEnd } from './cell-editor';
import { commandOf, type Command } from './grid-keys';
import { cellId, cellUnder, type Editing, GridRow } from './grid-row';
import './ledger-grid.css';

const ROW_HEIGHT = 30;
const NAME_WIDTH = 236;
const UNIT_WIDTH = 66;
const VALUE_WIDTH = 98;
const TOTAL_WIDTH = 116;
const SPARE_ROWS = 8;
const TEMPLATE = `${NAME_WIDTH}px ${UNIT_WIDTH}px repeat(${LAST_COLUMN + 1}, ${VALUE_WIDTH}px) ${TOTAL_WIDTH}px`;
const WIDTH = NAME_WIDTH + UNIT_WIDTH + VALUE_WIDTH * (LAST_COLUMN + 1) + TOTAL_WIDTH;

interface LedgerGridProps {
  readonly rows: readonly LedgerRow[];
  readonly months: readonly string[];
  readonly entries: ReadonlyMap<CellKey, Draft>;
  readonly refusals: ReadonlyMap<CellKey, ProblemItem>;
  readonly due: number;
  readonly writable: boolean;
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  readonly onEnter: (entries: readonly Entry[]) => void;
  /** Cells that were meant but cannot be changed: confirmed, locked, or without an opening stock. */
  readonly onRefused: (count: number) => void;
  /** Values that were pasted past the edge of the table. */
  readonly onOutside: (count: number) => void;
  readonly onCommand: (command: 'undo' | 'redo' | 'save' | 'details') => void;
}

/** A spreadsheet over parameter × month. Only the rows in view are drawn; names, units and totals stay in sight. */
export function LedgerGrid(props: LedgerGridProps) {
  const { rows, entries, selection, onSelect, onEnter, onRefused, onOutside } = props;
  const t = useText(ledgerTexts);
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const view = useViewport(frame, rows.length);
  const bounds = { rows: rows.length, firstColumn: OPENING_COLUMN, lastColumn: LAST_COLUMN };
  const focus = clamp(selection.focus, bounds);
  const rectangle = rectangleOf({ anchor: clamp(selection.anchor, bounds), focus });

  const select = useCallback(
    (to: Position, extend: boolean) => {
      onSelect({ anchor: extend ? selection.anchor : to, focus: to });
      reveal(frame.current, to);
    },
    [onSelect, selection.anchor],
  );

  const textAt = ({ row, column }: Position): string => {
    const found = rows[row];
    if (!found) return '';
    const draft = entries.get(cellKey(found.parameter.id, column));
    return draft ? draft.text : (shownValue(storedAt(found, column), found.parameter) ?? '');
  };

  const put = (cells: readonly { at: Position; text: string }[]) => {
    const made: Entry[] = [];
    let refused = 0;
    let outside = 0;
    for (const { at, text } of cells) {
      const row = rows[at.row];
      if (!row || at.column > LAST_COLUMN) {
        if (text.trim() !== '') outside++;
        continue;
      }
      const stored = storedAt(row, at.column);
      const now = shownValue(stored, row.parameter);
      if (!props.writable || !isEditable(row, at.column)) {
        if (text !== (now ?? '')) refused++;
        continue;
      }
      made.push({
        key: cellKey(row.parameter.id, at.column),
        text,
        stored: { value: now, version: stored?.version ?? 0 },
      });
    }
    if (made.length > 0) onEnter(made);
    if (refused > 0) onRefused(refused);
    if (outside > 0) onOutside(outside);
  };

  const cellsOf = (): Position[] => {
    const cells: Position[] = [];
    for (let row = rectangle.top; row <= rectangle.bottom; row++) {
      for (let column = rectangle.left; column <= rectangle.right; column++) cells.push({ row, column });
    }
    return cells;
  };

  const beginEdit = (at: Position, seed: string | null) => {
    const row = rows[at.row];
    if (!row) return;
    if (!props.writable || !isEditable(row, at.column)) onRefused(1);
    else setEditing({ ...at, seed });
  };

  const run = (command: Command) => {
    switch (command.do) {
      case 'move':
        return select(moved(focus, command.move, bounds), command.extend);
      case 'jump':
        return select(
          jumped(focus, command.move, bounds, (at) => textAt(at) !== ''),
          command.extend,
        );
      case 'advance':
        return select(advanced(focus, command.along, command.back, bounds), false);
      case 'edit':
        return beginEdit(focus, command.seed);
      case 'clear':
        return put(cellsOf().map((at) => ({ at, text: '' })));
      case 'fill':
        return put(
          fillPlan(rectangle, command.direction).map(({ from, to }) => ({ at: to, text: textAt(from) })),
        );
      case 'select-all':
        return onSelect({
          anchor: { row: 0, column: OPENING_COLUMN },
          focus: { row: rows.length - 1, column: LAST_COLUMN },
        });
      case 'collapse':
        return onSelect({ anchor: focus, focus });
      default:
        return props.onCommand(command.do);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    run(command);
  };

  const endEdit = useCallback(
    (text: string | null, end: EditorEnd) => {
      if (!editing) return;
      setEditing(null);
      if (text !== null) put([{ at: editing, text }]);
      if (end !== 'stay') {
        const at = { row: editing.row, column: editing.column };
        const to =
          end === 'next' || end === 'previous'
            ? advanced(at, 'row', end === 'previous', bounds)
            : moved(at, end, bounds);
        select(to, false);
      }
      if (end !== 'stay' || text === null) grid.current?.focus();
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `put` and `bounds` are made anew with rows and entries
    [editing, rows, entries, select],
  );

  const onCopy = (event: ClipboardEvent, cut = false) => {
    const block = [];
    for (let row = rectangle.top; row <= rectangle.bottom; row++) {
      const line = [];
      for (let column = rectangle.left; column <= rectangle.right; column++)
        line.push(textAt({ row, column }));
      block.push(line);
    }
    event.clipboardData.setData('text/plain', writeBlock(block));
    event.preventDefault();
    if (cut) put(cellsOf().map((at) => ({ at, text: '' })));
  };

  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const block = parseBlock(event.clipboardData.getData('text/plain'));
    const laid = layBlock(block, rectangle.bottom - rectangle.top + 1, rectangle.right - rectangle.left + 1);
    if (laid.length === 0) return;
    put(
      laid.map(({ row, column, text }) => ({
        at: { row: rectangle.top + row, column: rectangle.left + column },
        text,
      })),
    );
    onSelect({
      anchor: { row: rectangle.top, column: rectangle.left },
      focus: clamp(
        {
          row: rectangle.top + Math.max(...laid.map(({ row }) => row)),
          column: rectangle.left + Math.max(...laid.map(({ column }) => column)),
        },
        bounds,
      ),
    });
  };

  const onMouseDown = (event: MouseEvent) => {
    const cell = event.button === 0 ? cellUnder(event) : null;
    if (!cell) return;
    event.preventDefault();
    grid.current?.focus();
    if (cell.column === null) {
      onSelect({
        anchor: { row: cell.row, column: OPENING_COLUMN },
        focus: { row: cell.row, column: LAST_COLUMN },
      });
      return;
    }
    dragging.current = true;
    const at = { row: cell.row, column: cell.column };
    onSelect({ anchor: event.shiftKey ? selection.anchor : at, focus: at });
  };

  const onMouseOver = (event: MouseEvent) => {
    if (!dragging.current || event.buttons !== 1) return;
    const cell = cellUnder(event);
    if (cell?.column != null)
      onSelect({ anchor: selection.anchor, focus: { row: cell.row, column: cell.column } });
  };

  const shown = [];
  for (let index = view.first; index <= view.last; index++) {
    const row = rows[index];
    if (!row) continue;
    const inside = index >= rectangle.top && index <= rectangle.bottom;
    shown.push(
      <GridRow
        key={row.parameter.id}
        row={row}
        index={index}
        top={ROW_HEIGHT + index * ROW_HEIGHT}
        height={ROW_HEIGHT}
        template={TEMPLATE}
        entries={entries}
        refusals={props.refusals}
        due={props.due}
        selectedFrom={inside ? rectangle.left : -1}
        selectedTo={inside ? rectangle.right : -2}
        focusColumn={focus.row === index ? focus.column : -1}
        editing={editing?.row === index ? editing : null}
        onEditEnd={endEdit}
      />,
    );
  }
  return (
    <div className="th-grid-frame" ref={frame} onScroll={view.onScroll}>
      <div
        ref={grid}
        className="th-grid"
        role="grid"
        tabIndex={0}
        aria-label={t('grid.label')}
        aria-rowcount={rows.length + 1}
        aria-colcount={LAST_COLUMN + 4}
        aria-multiselectable="true"
        aria-activedescendant={cellId(focus.row, focus.column)}
        style={
          {
            width: WIDTH,
            height: ROW_HEIGHT * (rows.length + 1),
            '--name-width': `${NAME_WIDTH}px`,
          } as React.CSSProperties
        }
        onKeyDown={onKeyDown}
        onCopy={(event) => onCopy(event)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
        onMouseUp={() => (dragging.current = false)}
        onDoubleClick={(event) => {
          const cell = cellUnder(event);
          if (cell?.column != null) beginEdit({ row: cell.row, column: cell.column }, null);
        }}
      >
        <HeadRow
          months={props.months}
          onSelectColumn={(column) => {
            grid.current?.focus();
            onSelect({ anchor: { row: 0, column }, focus: { row: rows.length - 1, column } });
          }}
        />
        {shown}
      </div>
    </div>
  );
}

interface HeadRowProps {
  readonly months: readonly string[];
  readonly onSelectColumn: (column: number) => void;
}

function HeadRow({ months, onSelectColumn }: HeadRowProps) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const heads = [t('grid.opening'), ...months.map((month) => formatMonth(month, locale))];
  return (
    <div
      className="th-grid-row th-grid-head"
      role="row"
      aria-rowindex={1}
      style={{ height: ROW_HEIGHT, gridTemplateColumns: TEMPLATE }}
    >
      <div className="th-grid-cell th-grid-name" role="columnheader">
        {t('grid.parameter')}
      </div>
      <div className="th-grid-cell th-grid-unit" role="columnheader" style={{ left: NAME_WIDTH }}>
        {t('grid.unit')}
      </div>
      {heads.map((head, column) => (
        <div
          key={head}
          className="th-grid-cell"
          role="columnheader"
          title={t('grid.selectColumn')}
          onClick={() => onSelectColumn(column)}
        >
          {head}
        </div>
      ))}
      <div className="th-grid-cell th-grid-total" role="columnheader">
        {t('grid.total')}
      </div>
    </div>
  );
}

/** Which rows are in view, with a few to spare above and below. */
function useViewport(frame: React.RefObject<HTMLDivElement | null>, count: number) {
  const [{ top, height }, setWindow] = useState({ top: 0, height: 640 });
  const measure = useCallback(() => {
    const element = frame.current;
    if (element) setWindow({ top: element.scrollTop, height: element.clientHeight || 640 });
  }, [frame]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, measure, count]);
  return {
    first: Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE_ROWS),
    last: Math.min(count - 1, Math.ceil((top + height) / ROW_HEIGHT) + SPARE_ROWS),
    onScroll: measure,
  };
}

/** Scrolls as little as needed so that the cell stands clear of the header, the name and the total. */
function reveal(frame: HTMLDivElement | null, { row, column }: Position): void {
  if (!frame) return;
  const top = row * ROW_HEIGHT;
  const visibleHeight = frame.clientHeight - ROW_HEIGHT * 2;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (top > frame.scrollTop + visibleHeight) frame.scrollTop = top - visibleHeight;
  const left = column * VALUE_WIDTH;
  const visibleWidth = frame.clientWidth - NAME_WIDTH - UNIT_WIDTH - TOTAL_WIDTH - VALUE_WIDTH;
  if (left < frame.scrollLeft) frame.scrollLeft = left;
  else if (left > frame.scrollLeft + visibleWidth) frame.scrollLeft = left - visibleWidth;
}
