import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { problemText } from '@/shared/ui/problem-text';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatMonth } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { confirmLines, type LineVersion } from '../api/confirm-lines';
import { type Ledger, type LedgerCell, type LedgerRow } from '../api/get-ledger';
import { reopenLines } from '../api/reopen-lines';
import { ledgerTexts } from '../ledger-texts';
import { LAST_COLUMN, OPENING_COLUMN } from '../model/cell-address';
import { linesIn } from '../model/ledger-edits';
import { type Rectangle } from '../model/selection';
import { ReopenDialog } from './reopen-dialog';

interface ConfirmMenuProps {
  readonly ledger: Ledger;
  readonly selected: { readonly rows: readonly LedgerRow[]; readonly rectangle: Rectangle };
  readonly unsaved: number;
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const versionsOf = (cells: readonly LedgerCell[]): LineVersion[] =>
  cells.map(({ lineId, version }) => ({ lineId, version }));

/** Confirms the selected lines, a month or the year, and reopens confirmed ones for a reason. */
export function ConfirmMenu({ ledger, selected, unsaved }: ConfirmMenuProps) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const may = useMay();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [reopening, setReopening] = useState(false);

  const changed = async () => {
    await client.invalidateQueries({ queryKey: ['ledger', enterpriseId] });
    await client.invalidateQueries({ queryKey: ['ledger-line', enterpriseId] });
  };
  const refuse = (error: unknown) => {
    const { title, todo } = problemText(error, locale);
    modal.error({ title, content: todo });
    void changed();
  };
  const confirm = useMutation({
    mutationFn: (cells: readonly LedgerCell[]) => confirmLines(enterpriseId, versionsOf(cells)),
    onSuccess: async (_, cells) => {
      await changed();
      void message.success(t('confirm.done', { count: cells.length }));
    },
    onError: refuse,
  });
  const reopen = useMutation({
    mutationFn: (reason: string) => reopenLines(enterpriseId, versionsOf(closed), reason),
    onSuccess: async () => {
      setReopening(false);
      await changed();
      void message.success(t('reopen.done', { count: closed.length }));
    },
    onError: refuse,
  });

  const columns = range(selected.rectangle.left, selected.rectangle.right);
  const open = linesIn(selected.rows, columns, 'OPEN');
  const closed = linesIn(selected.rows, columns, 'CONFIRMED');
  const ask = (cells: readonly LedgerCell[], what: string) => {
    if (unsaved > 0) {
      void message.warning(t('confirm.saveFirst', { count: unsaved }));
      return;
    }
    modal.confirm({
      title: t('confirm.title', { what, count: cells.length }),
      content: t('confirm.text'),
      okText: t('confirm.submit', { count: cells.length }),
      onOk: () => confirm.mutateAsync(cells).catch(() => undefined),
    });
  };
  if (!may('LEDGER_CONFIRM') && !may('LEDGER_REOPEN')) return null;

  const months = ledger.months.map((month, index) => ({
    month,
    cells: linesIn(ledger.rows, index === 0 ? [OPENING_COLUMN, 1] : [index + 1], 'OPEN'),
  }));
  const year = linesIn(ledger.rows, range(OPENING_COLUMN, LAST_COLUMN), 'OPEN');
  const items: MenuProps['items'] = [];
  if (may('LEDGER_CONFIRM')) {
    items.push(
      {
        key: 'selected',
        label: t('confirm.selected', { count: open.length }),
        disabled: open.length === 0,
        onClick: () => ask(open, t('confirm.what.selected')),
      },
      {
        key: 'month',
        label: t('confirm.month'),
        children: months.map(({ month, cells }) => ({
          key: month,
          label: t('confirm.month.item', { month: formatMonth(month, locale), count: cells.length }),
          disabled: cells.length === 0,
          onClick: () => ask(cells, formatMonth(month, locale)),
        })),
      },
      {
        key: 'year',
        label: t('confirm.year', { count: year.length }),
        disabled: year.length === 0,
        onClick: () => ask(year, t('confirm.what.year')),
      },
    );
  }
  if (may('LEDGER_REOPEN')) {
    items.push(
      { type: 'divider' },
      {
        key: 'reopen',
        label: t('reopen.selected', { count: closed.length }),
        disabled: closed.length === 0,
        onClick: () => setReopening(true),
      },
    );
  }
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<CheckOutlined />} loading={confirm.isPending}>
          {t('confirm')} <DownOutlined style={{ fontSize: 10 }} />
        </Button>
      </Dropdown>
      {reopening && (
        <ReopenDialog
          count={closed.length}
          busy={reopen.isPending}
          onReopen={(reason) => reopen.mutate(reason)}
          onCancel={() => setReopening(false)}
        />
      )}
    </>
  );
}
