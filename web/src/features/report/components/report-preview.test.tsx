import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { renderInApp } from '@/test-app';
import { type ReportContent } from '../api/get-reports';
import { ReportPreview } from './report-preview';

const text = (zh: string, en = zh) => ({ zh, en });

const CONTENT: ReportContent = {
  title: text('钢铁生产企业温室气体排放报告', 'Emission report'),
  subject: { name: text('某钢铁厂', 'A steelworks'), creditCode: null, period: '2025' },
  basis: {
    method: { id: 'm@1', number: 'GB/T 32151.5-2015', title: text('方法', 'Method'), factorSet: null },
    inventory: { id: 'run-1', number: 7, digest: '0'.repeat(64), provisional: false },
    layout: 'm@1',
    layoutVersion: 1,
    layoutDigest: '0'.repeat(64),
    layoutSource: text('附录A', 'annex A'),
    layoutConfidence: 'recalled',
  },
  chapters: [
    {
      key: 'emissions',
      number: '1',
      title: text('排放量', 'Emissions'),
      blocks: [
        {
          type: 'TABLE',
          number: 'A.1',
          title: text('汇总', 'Summary'),
          landscape: false,
          note: null,
          columns: [
            { key: 'name', name: text('源类别', 'Source'), unit: null, numeric: false },
            { key: 'value', name: text('排放量', 'Emissions'), unit: 'tCO2', numeric: true },
          ],
          lines: [
            {
              id: 'A.1-1',
              key: 'source/flux',
              role: 'LINE',
              cells: [
                { text: text('熔剂', 'Flux'), figure: null },
                {
                  text: null,
                  figure: {
                    id: 'A.1-1.value',
                    exact: '1/3',
                    printed: '0.33',
                    decimals: 2,
                    unit: 'tCO2',
                    unitShown: false,
                    trace: 'source:flux',
                    confidence: null,
                    sum: [],
                  },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

test('a printed figure keeps its digits and opens its trace', async () => {
  const openTrace = vi.fn();
  renderInApp(<ReportPreview content={CONTENT} target={null} />, { locale: 'zh-CN', openTrace });

  const table = await screen.findByRole('table', { name: /表A\.1/ });
  await userEvent.click(within(table).getByRole('button', { name: '0.33' }));

  expect(openTrace).toHaveBeenCalledWith(
    expect.objectContaining({ inventoryId: 'run-1', figureId: 'source:flux' }),
  );
});

test('the line a QR code leads to is marked', async () => {
  renderInApp(<ReportPreview content={CONTENT} target="A.1-1" />, { locale: 'en' });

  const table = await screen.findByRole('table', { name: /Table A\.1/ });
  expect(within(table).getByRole('row', { name: /Flux/ })).toHaveClass('is-target');
});
