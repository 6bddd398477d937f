import { describe, expect, it } from 'vitest';
import { advanced, fillPlan, jumped, moved, rectangleOf } from './selection';

const bounds = { rows: 5, firstColumn: 0, lastColumn: 12 };

describe('moving the cursor', () => {
  it('stays inside the sheet', () => {
    expect(moved({ row: 0, column: 0 }, 'up', bounds)).toEqual({ row: 0, column: 0 });
    expect(moved({ row: 4, column: 12 }, 'right', bounds)).toEqual({ row: 4, column: 12 });
    expect(moved({ row: 2, column: 3 }, 'last', bounds)).toEqual({ row: 4, column: 12 });
  });

  it('jumps to the end of a filled run, or over a gap to the next filled cell', () => {
    const filled = new Set([1, 2, 3, 7]);
    const isFilled = ({ column }: { column: number }) => filled.has(column);
    expect(jumped({ row: 0, column: 1 }, 'right', bounds, isFilled).column).toBe(3);
    expect(jumped({ row: 0, column: 3 }, 'right', bounds, isFilled).column).toBe(7);
    expect(jumped({ row: 0, column: 7 }, 'right', bounds, isFilled).column).toBe(12);
  });

  it('wraps with Tab from the last month to the next row, and back', () => {
    expect(advanced({ row: 1, column: 12 }, 'row', false, bounds)).toEqual({ row: 2, column: 0 });
    expect(advanced({ row: 2, column: 0 }, 'row', true, bounds)).toEqual({ row: 1, column: 12 });
  });
});

describe('filling', () => {
  it('copies the first row of the selection down', () => {
    const plan = fillPlan({ top: 1, bottom: 3, left: 2, right: 2 }, 'down');
    expect(plan).toEqual([
      { from: { row: 1, column: 2 }, to: { row: 2, column: 2 } },
      { from: { row: 1, column: 2 }, to: { row: 3, column: 2 } },
    ]);
  });

  it('takes the neighbour when one column is selected and filled to the right', () => {
    expect(fillPlan({ top: 0, bottom: 0, left: 4, right: 4 }, 'right')).toEqual([
      { from: { row: 0, column: 3 }, to: { row: 0, column: 4 } },
    ]);
  });
});

it('makes a rectangle of a selection drawn in any direction', () => {
  expect(rectangleOf({ anchor: { row: 4, column: 2 }, focus: { row: 1, column: 6 } })).toEqual({
    top: 1,
    bottom: 4,
    left: 2,
    right: 6,
  });
});
