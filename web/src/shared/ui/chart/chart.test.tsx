import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as csv from '@/shared/format/csv';
import { renderInApp } from '@/test-app';
import { Chart } from './chart';

vi.mock('./echarts', () => ({
  createChart: () => ({
    on: () => undefined,
    setOption: () => undefined,
    resize: () => undefined,
    dispose: () => undefined,
  }),
}));

const table = {
  columns: ['月份', '排放量 (tCO₂)'],
  rows: [['1月', '806,494']],
  exactRows: [['2025-01', '806493.749722']],
};

function show() {
  renderInApp(<Chart title="1月排放最高" option={() => ({})} table={table} fileName="各月排放" />);
}

afterEach(() => vi.restoreAllMocks());

describe('Chart', () => {
  it('answers in its title and is named by it', () => {
    show();
    expect(screen.getByRole('figure', { name: '1月排放最高' })).toBeInTheDocument();
  });

  it('shows the same data as a table', async () => {
    show();
    await userEvent.click(screen.getByLabelText('表'));
    const cells = within(screen.getByRole('table')).getByRole('row', { name: '1月 806,494' });
    expect(cells).toBeInTheDocument();
  });

  it('exports exact digits', async () => {
    const saved = vi.spyOn(csv, 'download').mockReturnValue(undefined);
    show();
    await userEvent.click(screen.getByRole('button', { name: '导出 CSV' }));
    expect(saved.mock.calls[0]?.[1]).toContain('2025-01,806493.749722');
  });
});
