import { describe, expect, it } from 'vitest';
import { type ProblemItem } from '@/shared/api/problem';
import { type ImportSheet } from '../api/get-import';
import { cellOf, problemsByCell } from './problem-places';

const problem = (severity: 'error' | 'warning', cell: string): ProblemItem => ({
  code: 'x',
  severity,
  message: { zh: '一', en: 'one' },
  sheet: '电力热力',
  cell,
});
const row = {
  id: '电力热力!B8',
  row: 8,
  column: 'B',
  labels: ['1#机组', '外购电量'],
  symbol: null,
  block: null,
  unitAsWritten: '万kWh',
  unit: '10^4 kWh',
  action: 'MAP',
  parameterId: 'p1',
  parameterName: null,
  suggestion: null,
  newParameter: null,
  cells: [
    { month: '2025-04', slot: 'MONTH', cell: 'H8', value: '3', asWritten: '3', change: 'NEW', before: null },
  ],
} as unknown as ImportSheet['rows'][number];
const sheet: ImportSheet = {
  name: '电力热力',
  role: 'DATA',
  layout: 'MONTHS_AS_COLUMNS',
  headerRows: [3],
  monthColumns: [
    { column: 'H', month: '2025-04' },
    { column: 'I', month: '2025-05' },
  ],
  rows: [row],
};

describe('places of problems', () => {
  it('keep the error where a warning stands in the same cell', () => {
    const found = problemsByCell([
      problem('warning', 'I8'),
      problem('error', 'I8'),
      problem('warning', 'I8'),
    ]);
    expect(found.get('电力热力!I8')?.severity).toBe('error');
  });

  it('find the cell of a value that could not be read by its month and row', () => {
    expect(cellOf(sheet, row, '2025-04')).toBe('H8');
    expect(cellOf(sheet, row, '2025-05')).toBe('I8');
    expect(cellOf(sheet, row, '2025-06')).toBeNull();
  });
});
