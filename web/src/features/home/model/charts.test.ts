import { describe, expect, it } from 'vitest';
import { type OverviewRun } from '../api/get-overview';
import { largest, monthTable, shareText, signedSources, sourcesShown, waterfallSteps } from './charts';

const name = (zh: string) => ({ zh, en: zh });
const run: OverviewRun = {
  id: 'i1',
  number: 1,
  createdAt: '2026-01-01T00:00:00Z',
  provisional: false,
  period: { from: '2025-01', to: '2025-12', year: 2025 },
  confidence: { verified: 1, recalled: 0, unsure: 0 },
  total: { figure: 'total', value: '90', unit: 'tCO2' },
  bySource: [
    {
      key: 'flux',
      name: name('熔剂'),
      category: 'process',
      sign: 'PLUS',
      share: '11.1',
      figure: 'source:flux',
      value: '10',
      unit: 'tCO2',
    },
    {
      key: 'fuel',
      name: name('燃料'),
      category: 'fuel',
      sign: 'PLUS',
      share: '100',
      figure: 'source:flux',
      value: '90',
      unit: 'tCO2',
    },
    {
      key: 'fixed-carbon',
      name: name('固碳'),
      category: 'removal',
      sign: 'MINUS',
      share: '-11.1',
      figure: 'source:flux',
      value: '10',
      unit: 'tCO2',
    },
    {
      key: 'heat',
      name: name('热力'),
      category: 'heat',
      sign: 'PLUS',
      share: '0',
      figure: 'source:flux',
      value: '0.000000',
      unit: 'tCO2',
    },
    {
      key: 'memo',
      name: name('备查'),
      category: 'declared',
      sign: 'NONE',
      share: null,
      figure: 'source:flux',
      value: '5',
      unit: 'tCO2',
    },
  ],
  byMonth: [
    {
      month: '2025-01',
      figure: 'month:2025-01',
      value: '90.5',
      unit: 'tCO2',
      sources: [{ key: 'fixed-carbon', figure: 'source:flux', value: '10.25', unit: 'tCO2' }],
    },
  ],
  byProcess: [],
  processBasis: name(''),
  intensities: [],
};
const words = {
  month: '月份',
  total: '合计',
  name: '名称',
  emission: '排放量',
  share: '占比',
  change: '变化',
};

describe('the charts of the home page', () => {
  it('show sources that enter the total and are not zero', () => {
    expect(sourcesShown(run).map(({ key }) => key)).toEqual(['flux', 'fuel', 'fixed-carbon']);
  });

  it('give deductions their sign', () => {
    expect(signedSources(run).map(({ value }) => value)).toEqual(['10', '90', '-10']);
  });

  it('name the largest part by value, not by text', () => {
    expect(largest([{ value: '9' }, { value: '10' }])).toEqual({ value: '10' });
    expect(largest([])).toBeUndefined();
  });

  it('export exact digits and leave months without a source empty', () => {
    const table = monthTable(run, 'zh-CN', words);
    expect(table.columns).toEqual(['月份', '合计 (tCO₂)', '熔剂 (tCO₂)', '燃料 (tCO₂)', '固碳 (tCO₂)']);
    expect(table.exactRows).toEqual([['2025-01', '90.5', null, null, '-10.25']]);
  });

  it('let each step of the waterfall begin where the last one ended', () => {
    expect(waterfallSteps(100, [10, -30])).toEqual([
      { from: 100, to: 110 },
      { from: 110, to: 80 },
    ]);
  });

  it('write a share as percent', () => {
    expect(shareText('88.194')).toBe('88.2 %');
    expect(shareText(null)).toBe('—');
  });
});
