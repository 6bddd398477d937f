import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInApp, stubApi, testSession } from '@/test-app';
import { type Ledger, type LedgerCell, type LedgerRow } from '../api/get-ledger';
import { LedgerPage } from '../pages/ledger-page';

const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);

function cell(id: string, month: string, value: string, state: LedgerCell['state'] = 'OPEN'): LedgerCell {
  return {
    lineId: `${id}-${month}`,
    month,
    slot: 'MONTH',
    value,
    unit: 't',
    writtenValue: value,
    asWritten: value,
    asWrittenUnit: '吨',
    state,
    origin: 'IMPORT',
    version: 3,
    vouchers: 0,
    problems: [],
  };
}

function row(id: string, labels: string[], kind: 'FLOW' | 'STOCK', state?: LedgerCell['state']): LedgerRow {
  return {
    parameter: {
      id,
      name: labels.join(' '),
      sheet: '化石燃料',
      labels,
      unit: 't',
      unitAsWritten: '吨',
      kind,
      signRule: 'NONNEGATIVE',
      unitId: null,
      responsible: '',
      version: 1,
    } as unknown as LedgerRow['parameter'],
    opening: null,
    cells: months.map((month, index) => cell(id, month, String(100 + index), state)),
    total: '1266',
  };
}

const ledger: Ledger = {
  months,
  coverage: { filled: 36, confirmed: 12, possible: 36 },
  sheets: ['化石燃料'],
  rows: [
    row('p1', ['原料场', '洗精煤', '购入量'], 'FLOW'),
    row('p2', ['1#焦炉', '洗精煤', '消耗量'], 'FLOW'),
    row('p3', ['原料场', '无烟煤', '购入量'], 'FLOW', 'CONFIRMED'),
  ],
};
const session = {
  ...testSession,
  enterprises: testSession.enterprises.map((enterprise) => ({
    ...enterprise,
    permissions: ['LEDGER_READ', 'LEDGER_ENTER', 'LEDGER_CONFIRM', 'LEDGER_REOPEN'] as const,
  })),
};

/** Queries by role are slow on a sheet; a dialog is found by its title. */
async function dialogTitled(title: RegExp) {
  const titles = await screen.findAllByText(title, {}, { timeout: 10_000 });
  const found = titles.map((one) => one.closest('[role="dialog"]')).find((one) => one !== null);
  if (!(found instanceof HTMLElement)) throw new Error('no dialog around the title');
  return within(found);
}

async function open(answers: Parameters<typeof stubApi>[0] = {}) {
  const asked = stubApi({ 'GET /enterprises/e1/ledger': { ...ledger }, ...answers });
  renderInApp(<LedgerPage />, { session });
  const grid = await screen.findByRole('grid', { name: '月度台账表格' });
  const user = userEvent.setup();
  grid.focus();
  const cellsOf = (index: number) => {
    const found = within(grid).getAllByRole('row')[index + 1];
    if (!found) throw new Error(`no row ${index}`);
    return within(found).getAllByRole('gridcell');
  };
  /** Column 0 is the opening stock, after the unit. */
  const text = (index: number, column: number) => cellsOf(index)[column + 1]?.textContent;
  return { asked, grid, user, text };
}

describe('the ledger sheet', { timeout: 60_000 }, () => {
  it('takes a number typed into the cell under the cursor, and undoes it', async () => {
    const { user, text } = await open();
    await user.keyboard('77.5{Enter}');
    expect(text(0, 1)).toBe('77.5');
    expect(screen.getByText(/保存 1 处修改/)).toBeVisible();
    await user.keyboard('{Control>}z{/Control}');
    expect(text(0, 1)).toBe('100');
    await user.keyboard('{Control>}y{/Control}');
    expect(text(0, 1)).toBe('77.5');
  });

  it('pastes a block from a spreadsheet as one step and leaves confirmed cells alone', async () => {
    const { user, text } = await open();
    await user.keyboard('{ArrowDown}');
    await user.paste('1,001\t1002\r\n2001\t2002\r\n');
    expect([text(1, 1), text(1, 2)]).toEqual(['1,001', '1,002']);
    expect(text(2, 1)).toBe('100');
    expect(await screen.findByText(/2 个单元格已确认或不可填写/)).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect([text(1, 1), text(1, 2)]).toEqual(['100', '101']);
  });

  it('fills the selection to the right and down', async () => {
    const { user, text } = await open();
    await user.keyboard('7{Enter}{ArrowUp}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Control>}r{/Control}');
    expect([text(0, 1), text(0, 2), text(0, 3), text(0, 4)]).toEqual(['7', '7', '7', '103']);
    await user.keyboard('{Escape}{ArrowLeft}{ArrowLeft}{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}');
    expect(text(1, 1)).toBe('7');
  });

  it('saves all changes with the versions they are based on', async () => {
    const { user, asked } = await open({ 'PUT /enterprises/e1/ledger/lines': {} });
    await user.keyboard('8{Tab}{Delete}{Control>}s{/Control}');
    await waitFor(() => expect(asked.some(({ request }) => request.startsWith('PUT'))).toBe(true));
    const sent = asked.find(({ request }) => request.startsWith('PUT'))?.body;
    expect(sent).toEqual({
      lines: [
        { parameterId: 'p1', month: '2025-01', slot: 'MONTH', value: '8', unit: '吨', version: 3 },
        { parameterId: 'p1', month: '2025-02', slot: 'MONTH', value: null, unit: '吨', version: 3 },
      ],
    });
    expect(await screen.findByText('已保存 2 处修改')).toBeInTheDocument();
  });

  it('keeps what is no number in the cell, marks it and does not send it', async () => {
    const { user, asked } = await open();
    await user.paste('约3.2');
    expect(screen.getByText('约3.2')).toBeInTheDocument();
    await user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByText(/改正后才能保存/)).toBeInTheDocument();
    expect(asked.some(({ request }) => request.startsWith('PUT'))).toBe(false);
  });

  it('marks the cell the server refused and keeps every entry', async () => {
    const { user, text } = await open({
      'PUT /enterprises/e1/ledger/lines': () => ({
        status: 422,
        body: {
          status: 422,
          code: 'ledger.refused',
          messages: { zh: '全部未保存', en: 'nothing saved' },
          problems: [
            {
              code: 'ledger.negative',
              severity: 'error',
              message: { zh: '购入量不能为负数', en: 'negative' },
              args: { parameterId: 'p1', month: '2025-01', slot: 'MONTH' },
            },
          ],
        },
      }),
    });
    await user.keyboard('-8{Enter}{Control>}s{/Control}');
    expect(await screen.findByText('购入量不能为负数')).toBeInTheDocument();
    expect(screen.getAllByLabelText('有错误').length).toBeGreaterThan(1);
    expect(text(0, 1)).toBe('−8');
  });

  it('lets the person choose when somebody else changed the cell meanwhile', async () => {
    const newer = {
      ...ledger,
      rows: ledger.rows.map((one, index) =>
        index === 0
          ? {
              ...one,
              cells: one.cells.map((c, at) =>
                at === 0 && c ? { ...c, value: '555', writtenValue: '555', asWritten: '555', version: 4 } : c,
              ),
            }
          : one,
      ),
    };
    let current = ledger;
    const { user, asked } = await open({
      'GET /enterprises/e1/ledger': () => ({ status: 200, body: { ...current } }),
      'PUT /enterprises/e1/ledger/lines': () => {
        if (current === newer) return { status: 200, body: {} };
        current = newer;
        return { status: 412, body: { status: 412, code: 'ledger.version-conflict' } };
      },
    });
    await user.keyboard('9{Enter}{Control>}s{/Control}');
    const dialog = await dialogTitled(/1 个单元格已被他人修改/);
    expect(dialog.getByLabelText('对方 555')).toBeChecked();
    await user.click(dialog.getByLabelText('我的 9'));
    await user.click(dialog.getByText('按选择处理'));
    await user.click(screen.getByText(/保存 1 处修改/));
    await waitFor(() => expect(asked.filter(({ request }) => request.startsWith('PUT'))).toHaveLength(2));
    expect(asked.filter(({ request }) => request.startsWith('PUT'))[1]?.body).toMatchObject({
      lines: [{ value: '9', version: 4 }],
    });
  });

  it('names count and consequence before it confirms', async () => {
    const { user, asked } = await open({ 'POST /enterprises/e1/ledger/confirm': {} });
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await user.click(screen.getByText(/^确认台账/));
    await user.click(await screen.findByText('确认所选单元格（2）'));
    const dialog = await dialogTitled(/确认所选单元格的 2 条台账/);
    expect(dialog.getByText(/不能再直接修改/)).toBeInTheDocument();
    await user.click(dialog.getByText('确认 2 条'));
    await waitFor(() => expect(asked.some(({ request }) => request.includes('confirm'))).toBe(true));
    expect(asked.find(({ request }) => request.includes('confirm'))?.body).toEqual({
      lines: [
        { lineId: 'p1-2025-01', version: 3 },
        { lineId: 'p1-2025-02', version: 3 },
      ],
    });
  });
});
