import { describe, expect, it } from 'vitest';
import { type Trace } from '../api/get-trace';
import { countOrigins, isSum } from './trace-sentence';
import { traceText } from './trace-text';

const same = (text: string) => ({ zh: text, en: text });
const trace: Trace = {
  figure: 'row:1',
  label: { zh: '2025-03 洗精煤', en: 'Washed coal, 2025-03' },
  value: '424.32',
  unit: 'tCO2',
  exact: '424.32',
  formula: { text: 'FC * C', latex: 'FC C' },
  substituted: { text: '10 t * 42.432 tCO2/t', latex: '' },
  parts: [],
  inputs: [
    {
      symbol: 'FC',
      name: { zh: '净消耗量', en: 'Net consumption' },
      value: '10',
      unit: 't',
      asWritten: null,
      origin: 'ROUTE',
      ledger: null,
      factor: null,
      constant: null,
      route: {
        id: 'stock-balance',
        name: { zh: '购销存平衡', en: 'Stock balance' },
        formula: { text: 'Q_in', latex: 'Q_{in}' },
        substituted: { text: '10 t', latex: '10' },
        value: '10',
        unit: 't',
        inputs: [
          {
            symbol: 'Q_in',
            name: { zh: '购入量', en: 'Bought' },
            value: '10',
            unit: 't',
            asWritten: '10 吨',
            origin: 'LEDGER',
            ledger: {
              lineId: 'l1',
              version: 2,
              parameterId: 'p1',
              parameter: same('原料场 洗精煤 购入量'),
              month: '2025-03',
              opening: false,
              state: 'CONFIRMED',
              enteredBy: { id: 'a', name: '监测采集岗' },
              enteredAt: '2026-01-15T03:12:00Z',
              confirmedBy: null,
              confirmedAt: null,
              reason: null,
              importId: 'i1',
              importFile: 'ledger-2025.xlsx',
              importFileDigest: 'd',
              sheet: '化石燃料',
              cell: 'I7',
              vouchers: [],
            },
            factor: null,
            constant: null,
            route: null,
          },
        ],
      },
    },
    {
      symbol: 'C',
      name: { zh: '含碳量', en: 'Carbon content' },
      value: '42.432',
      unit: 'tCO2/t',
      asWritten: null,
      origin: 'FACTOR',
      ledger: null,
      factor: {
        table: 'fuels',
        tableTitle: same('燃料表'),
        row: 'washed-coal',
        rowName: same('洗精煤'),
        column: 'C',
        columnName: same('含碳量'),
        value: '42.432',
        unit: 'tCO2/t',
        citation: same('GB/T 32151.5-2015'),
        confidence: 'recalled',
      },
      constant: null,
      route: null,
    },
  ],
  notes: [],
  run: {
    id: 'r1',
    number: 3,
    method: 'gbt-32151-5@2015',
    methodNumber: 'GB/T 32151.5-2015',
    methodTitle: same('钢铁'),
    createdBy: { id: 'a', name: '核算岗' },
    createdAt: '2026-01-20T03:12:00Z',
    provisional: false,
    digest: 'abc123',
  },
};

describe('a trace as text', () => {
  it('goes from the figure down to the cell, and names factor, source and run', () => {
    const text = traceText(trace, 'zh-CN');
    const order = [
      '424.32',
      'FC * C',
      '净消耗量',
      'Q_in',
      '化石燃料 / I7',
      '燃料表',
      'GB/T 32151.5-2015',
      'abc123',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('speaks the reader\u2019s language', () => {
    expect(traceText(trace, 'en')).toContain('Net consumption = 10 t');
    expect(traceText(trace, 'en')).toContain('Ledger: 2025-03');
  });

  it('counts what a figure rests on, routes opened up', () => {
    expect(countOrigins(trace.inputs)).toEqual({ ledger: 1, factor: 1, constant: 0 });
    expect(isSum(trace)).toBe(false);
  });
});
