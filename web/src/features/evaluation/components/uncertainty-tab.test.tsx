import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderInApp, stubApi } from '@/test-app';
import { type Run } from '@/shared/api/runs';
import { UncertaintyTab } from './uncertainty-tab';

const RUN = {
  id: 'r1',
  number: 2,
  period: { from: '2025-01', to: '2025-12', year: 2025 },
  method: { id: 'm', number: 'GB/T 32151.5-2015', title: { zh: '钢铁', en: 'Steel' }, status: 'in-force' },
  total: { figure: 'total', value: '5280.000000', unit: 'tCO2' },
  state: 'CURRENT',
} as unknown as Run;

const VALUE = {
  source: 'flux',
  sourceName: { zh: '熔剂消耗', en: 'Flux' },
  item: 'limestone',
  itemName: { zh: '石灰石', en: 'Limestone' },
  symbol: 'P',
  symbolName: { zh: '消耗量', en: 'amount used' },
  published: false,
  factor: null,
  rows: 12,
};

const KNOWN = {
  method: 'm',
  values: [
    { ...VALUE, input: 'i1' },
    { ...VALUE, symbol: 'EF', symbolName: { zh: '排放因子', en: 'factor' }, input: null },
  ],
  inputs: [
    {
      id: 'i1',
      version: 1,
      source: 'flux',
      item: 'limestone',
      symbol: 'P',
      published: null,
      shape: 'NORMAL',
      statedAs: 'STANDARD',
      stated: '1',
      percent: '1.96',
      shared: 'ITEM',
      basis: 'CALIBRATION',
      evidence: '2025-017',
      enteredBy: '张工',
      enteredAt: '2026-01-20T08:00:00Z',
      reason: null,
    },
  ],
  correlations: [],
  proposals: [],
  fewestTrials: 1000,
  mostTrials: 1_000_000,
};

const DONE = {
  id: 'x1',
  inventoryId: 'r1',
  trials: 200_000,
  seed: 7,
  done: 200_000,
  state: 'DONE',
  upToDate: false,
  inputs: 1,
  failure: null,
  requestedBy: '张工',
  requestedAt: '2026-01-20T08:00:00Z',
  result: {
    unit: 'tCO2',
    value: '5280.00',
    propagated: { half: '103.488', percent: '1.96000', grade: 'HIGH' },
    simulated: {
      mean: '5280.10',
      deviation: '52.8000',
      low: '5177.00',
      median: '5280.00',
      high: '5383.00',
      lowPercent: '-1.95267',
      highPercent: '1.94886',
      histogram: { lower: '5120.00', width: '80.0000', counts: [1000, 100_000, 98_000, 1000] },
    },
    sources: [
      {
        source: 'flux',
        value: '5280.00',
        propagated: { half: '103.488', percent: '1.96000', grade: 'HIGH' },
      },
    ],
    contributors: [
      { input: 'i1', source: 'flux', item: 'limestone', symbol: 'P', deviation: '52.8000', share: '100.000' },
    ],
  },
};

function show(estimates: readonly unknown[], locale: 'zh-CN' | 'en' = 'zh-CN') {
  stubApi({
    'GET /enterprises/e1/evaluation/uncertainty': KNOWN,
    'GET /enterprises/e1/evaluation/estimates': { items: estimates, nextCursor: null },
  });
  renderInApp(<UncertaintyTab run={RUN} />, { locale });
}

describe('uncertainty of a result', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('shows both intervals, the seed, and says that entries changed since', async () => {
    show([DONE]);

    expect(await screen.findByText(/± 1.96 %/, { selector: 'div' })).toBeVisible();
    expect(screen.getByRole('figure', { name: /5,177.*5,383/ })).toBeVisible();
    expect(screen.getByText(/200,000 次试验，种子 7/)).toBeVisible();
    expect(screen.getByText(/请重新估计/)).toBeVisible();
    expect(screen.getByText(/1 项数值没有登记不确定度/)).toBeVisible();
  });

  it('names what the uncertainty comes from', async () => {
    show([DONE], 'en');

    const section = await screen.findByRole('region', { name: 'Where the uncertainty comes from' });
    expect(within(section).getByText('Flux · Limestone · amount used')).toBeVisible();
    expect(within(section).getByText('100 %')).toBeVisible();
  });

  it('shows how far a running estimate is', async () => {
    show([{ ...DONE, state: 'RUNNING', done: 50_000, result: null }]);

    expect(await screen.findByText('正在估计：50,000 / 200,000 次')).toBeVisible();
  });

  it('lists values without an entry as not entered and those with one with their basis', async () => {
    show([]);

    expect(await screen.findByText('还没有估计过这个结果的不确定度')).toBeVisible();
    expect(screen.getByText('未登记')).toBeVisible();
    expect(screen.getByText(/2025-017/)).toBeVisible();
  });
});
