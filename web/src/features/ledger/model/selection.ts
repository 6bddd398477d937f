export interface Position {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells: where it was begun and where the cursor stands. */
export interface Selection {
  readonly anchor: Position;
  readonly focus: Position;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function rectangleOf({ anchor, focus }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isSingle({ anchor, focus }: Selection): boolean {
  return anchor.row === focus.row && anchor.column === focus.column;
}

export interface Bounds {
  readonly rows: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export function clamp({ row, column }: Position, bounds: Bounds): Position {
  return {
    row: Math.max(0, Math.min(bounds.rows - 1, row)),
    column: Math.max(bounds.firstColumn, Math.min(bounds.lastColumn, column)),
  };
}

export type Move =
  'up' | 'down' | 'left' | 'right' | 'page-up' | 'page-down' | 'home' | 'end' | 'first' | 'last';

const PAGE = 16;

export function moved({ row, column }: Position, move: Move, bounds: Bounds): Position {
  const targets: Readonly<Record<Move, Position>> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    'page-up': { row: row - PAGE, column },
    'page-down': { row: row + PAGE, column },
    home: { row, column: bounds.firstColumn },
    end: { row, column: bounds.lastColumn },
    first: { row: 0, column: bounds.firstColumn },
    last: { row: bounds.rows - 1, column: bounds.lastColumn },
  };
  return clamp(targets[move], bounds);
}

/** Ctrl + arrow: to the last filled cell before a gap, or over a gap to the next filled one, or to the edge. */
export function jumped(
  from: Position,
  move: 'up' | 'down' | 'left' | 'right',
  bounds: Bounds,
  isFilled: (at: Position) => boolean,
): Position {
  let at = from;
  let next = moved(at, move, bounds);
  const run = isFilled(from) && isFilled(next);
  while (next.row !== at.row || next.column !== at.column) {
    if (run && !isFilled(next)) return at;
    at = next;
    if (!run && isFilled(at)) return at;
    next = moved(at, move, bounds);
  }
  return at;
}

/** Tab and Enter: along the row or column, wrapping to the next one. */
export function advanced(at: Position, along: 'row' | 'column', back: boolean, bounds: Bounds): Position {
  const step = back ? -1 : 1;
  if (along === 'column') return clamp({ row: at.row + step, column: at.column }, bounds);
  const column = at.column + step;
  if (column > bounds.lastColumn) return clamp({ row: at.row + 1, column: bounds.firstColumn }, bounds);
  if (column < bounds.firstColumn) return clamp({ row: at.row - 1, column: bounds.lastColumn }, bounds);
  return { row: at.row, column };
}

/** Ctrl+D and Ctrl+R: which cell each target takes its content from. With one row or column, from its neighbour. */
export function fillPlan(
  rectangle: Rectangle,
  direction: 'down' | 'right',
): readonly { readonly from: Position; readonly to: Position }[] {
  const { top, bottom, left, right } = rectangle;
  const single = direction === 'down' ? top === bottom : left === right;
  const source = (direction === 'down' ? top : left) - (single ? 1 : 0);
  const plan = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const from = direction === 'down' ? { row: source, column } : { row, column: source };
      if (from.row === row && from.column === column) continue;
      plan.push({ from, to: { row, column } });
    }
  }
  return plan;
}
