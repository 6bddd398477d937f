import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as csv from '@/shared/format/csv';
import { renderInApp } from '@/test-app';
import { type DataColumn, DataTable } from './data-table';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly amount: string | null;
}

const rows: readonly Row[] = [
  { id: '1', name: '高炉煤气', amount: '1200' },
  { id: '2', name: '洗精煤', amount: '99.5' },
  { id: '3', name: '焦炉煤气', amount: null },
];
const columns: readonly DataColumn<Row>[] = [
  { key: 'name', title: '名称', text: ({ name }) => name, filters: [{ value: '洗精煤', label: '洗精煤' }] },
  { key: 'amount', title: '数量', text: ({ amount }) => amount, align: 'right' },
];

function names(): string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? '');
}

function show(at = '/e/e1/y/2025/list', onOpen?: (row: Row) => void) {
  return renderInApp(
    <DataTable
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      label="燃料"
      fileName="燃料"
      onOpen={onOpen}
    />,
    { at },
  );
}

afterEach(() => vi.restoreAllMocks());

describe('DataTable', () => {
  it('searches all columns and keeps the search in the address', async () => {
    show();
    await userEvent.type(screen.getByRole('textbox', { name: '在列表中搜索' }), '煤气');
    expect(names()).toEqual(['高炉煤气', '焦炉煤气']);
    expect(screen.getByTestId('address')).toHaveTextContent('?q=%E7%85%A4%E6%B0%94');
  });

  it('shows what the address asks for', () => {
    show('/e/e1/y/2025/list?q=煤&sort=amount:descend');
    expect(names()).toEqual(['高炉煤气', '洗精煤', '焦炉煤气']);
    expect(screen.getByRole('textbox')).toHaveValue('煤');
  });

  it('sorts numbers by value, not by text', async () => {
    show();
    await userEvent.click(screen.getByRole('columnheader', { name: /数量/ }));
    expect(names()).toEqual(['焦炉煤气', '洗精煤', '高炉煤气']);
  });

  it('says so when nothing matches, and clears the filters', async () => {
    show('/e/e1/y/2025/list?q=天然气');
    expect(screen.getByText('没有符合条件的记录')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '清除条件' }));
    expect(names()).toHaveLength(3);
  });

  it('moves with the arrow keys and opens with Enter', async () => {
    const open = vi.fn();
    show(undefined, open);
    (screen.getAllByRole('row')[1] as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(open).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });

  it('exports the rows that match, readable by Excel', async () => {
    const saved = vi.spyOn(csv, 'download').mockReturnValue(undefined);
    show('/e/e1/y/2025/list?q=洗精煤');
    await userEvent.click(screen.getByRole('button', { name: '导出 CSV' }));
    expect(saved).toHaveBeenCalledWith('燃料.csv', '\uFEFF名称,数量\r\n洗精煤,99.5\r\n');
  });
});
