import {
  InfoCircleOutlined,
  RedoOutlined,
  SaveOutlined,
  SearchOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import { App, Button, Input, Select, Tabs, Tooltip, Typography } from 'antd';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { z } from 'zod';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { UnsavedGuard } from '@/shared/ui/unsaved-guard';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Ledger } from '../api/get-ledger';
import { ledgerTexts } from '../ledger-texts';
import { OPENING_COLUMN } from '../model/cell-address';
import { type Entry } from '../model/drafts';
import { filterRows, lastMonthDue } from '../model/grid-view';
import { invalidKeys, monthOf } from '../model/ledger-edits';
import { rectangleOf, type Selection } from '../model/selection';
import { Legend } from './cell-mark';
import { ConfirmMenu } from './confirm-menu';
import { ConflictDialog } from './conflict-dialog';
import { ExportMenu } from './export-menu';
import { LedgerGrid } from './ledger-grid';
import { LinePanel } from './line-panel';
import { SelectionStatus } from './selection-status';
import { useDrafts } from './use-drafts';
import './ledger-sheet.css';

const FILTERS = ['all', 'open', 'missing', 'problem', 'changed'] as const;
const urlSchema = z.object({
  sheet: z.string().catch('').default(''),
  q: z.string().catch('').default(''),
  show: z.enum(FILTERS).catch('all').default('all'),
});
const START: Selection = { anchor: { row: 0, column: 1 }, focus: { row: 0, column: 1 } };

/** The ledger of a year: sheet tabs, toolbar, grid, and what is known about the cell under the cursor. */
export function LedgerSheet({ ledger }: { ledger: Ledger }) {
  const t = useText(ledgerTexts);
  const { enterpriseId, year } = useScope();
  const may = useMay();
  const { message } = App.useApp();
  const [url, setUrl] = useUrlState(urlSchema);
  const [selection, setSelection] = useState(START);
  const [panel, setPanel] = useState(false);
  const work = useDrafts(enterpriseId, ledger);
  const due = lastMonthDue(year, new Date());
  const sheet = ledger.sheets.includes(url.sheet) ? url.sheet : (ledger.sheets[0] ?? '');
  const words = useDeferredValue(url.q);
  const searching = words.trim() !== '';
  const rows = useMemo(
    () =>
      filterRows(ledger.rows, { sheet: searching ? '' : sheet, words, filter: url.show }, work.entries, due),
    [ledger.rows, searching, sheet, words, url.show, work.entries, due],
  );
  const writable = may('LEDGER_ENTER');
  const rectangle = rectangleOf(selection);
  const focusRow = rows[Math.min(selection.focus.row, rows.length - 1)];

  const onEnter = useCallback((entries: readonly Entry[]) => work.enter(entries), [work]);
  const onRefused = (count: number) =>
    void message.info({ key: 'refused', content: t(writable ? 'refused' : 'refused.readOnly', { count }) });
  const onOutside = (count: number) =>
    void message.warning({ key: 'outside', content: t('outside', { count }), duration: 8 });
  const show = (change: Parameters<typeof setUrl>[0]) => {
    setSelection(START);
    setUrl(change);
  };
  const onCommand = (command: 'undo' | 'redo' | 'save' | 'details') => {
    if (command === 'undo') work.undo();
    else if (command === 'redo') work.redo();
    else if (command === 'details') setPanel(!panel);
    else work.save();
  };
  const invalid = invalidKeys(work.entries).length;
  return (
    <div className="th-ledger">
      <UnsavedGuard dirty={work.entries.size > 0} />
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          <>
            <ExportMenu ledger={ledger} rows={rows} />
            <ConfirmMenu
              ledger={ledger}
              selected={{ rows: rows.slice(rectangle.top, rectangle.bottom + 1), rectangle }}
              unsaved={work.entries.size}
            />
            {writable && (
              <Button
                type="primary"
                icon={<SaveOutlined />}
                disabled={work.entries.size === 0}
                loading={work.saving}
                onClick={work.save}
              >
                {work.entries.size === 0 ? t('save') : t('save.count', { count: work.entries.size })}
              </Button>
            )}
          </>
        }
      />
      <div className="th-ledger-tools">
        <Tabs
          size="small"
          activeKey={searching ? '' : sheet}
          items={ledger.sheets.map((name) => ({ key: name, label: name }))}
          onChange={(key) => show({ sheet: key, q: '' })}
        />
        <Input
          allowClear
          prefix={<SearchOutlined />}
          style={{ width: 220 }}
          placeholder={t('search')}
          aria-label={t('search')}
          value={url.q}
          onChange={(event) => show({ q: event.target.value })}
        />
        <Select
          aria-label={t('filter')}
          style={{ width: 132 }}
          value={url.show}
          options={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(value) => show({ show: value })}
        />
        <Tooltip title={t('undo')}>
          <Button
            icon={<UndoOutlined />}
            aria-label={t('undo')}
            disabled={!work.canUndo}
            onClick={work.undo}
          />
        </Tooltip>
        <Tooltip title={t('redo')}>
          <Button
            icon={<RedoOutlined />}
            aria-label={t('redo')}
            disabled={!work.canRedo}
            onClick={work.redo}
          />
        </Tooltip>
        <Tooltip title={t('details')}>
          <Button
            icon={<InfoCircleOutlined />}
            aria-label={t('details')}
            aria-pressed={panel}
            type={panel ? 'dashed' : 'default'}
            onClick={() => setPanel(!panel)}
          />
        </Tooltip>
      </div>
      <ProblemAlert error={work.error} />
      <div className="th-ledger-body">
        {rows.length === 0 ? (
          <div className="th-ledger-nothing">
            <Typography.Text type="secondary">{t('nothing')}</Typography.Text>
          </div>
        ) : (
          <LedgerGrid
            rows={rows}
            months={ledger.months}
            entries={work.entries}
            refusals={work.refusals}
            due={due}
            writable={writable}
            selection={selection}
            onSelect={setSelection}
            onEnter={onEnter}
            onRefused={onRefused}
            onOutside={onOutside}
            onCommand={onCommand}
          />
        )}
        {panel && focusRow && (
          <LinePanel
            row={focusRow}
            column={Math.max(OPENING_COLUMN, selection.focus.column)}
            month={monthOf(ledger, selection.focus.column)}
            onClose={() => setPanel(false)}
          />
        )}
      </div>
      <footer className="th-ledger-foot">
        <Legend />
        <span style={{ flex: 1 }} />
        {invalid > 0 && (
          <Typography.Text type="danger">{t('status.invalid', { count: invalid })}</Typography.Text>
        )}
        <SelectionStatus rows={rows} rectangle={rectangle} entries={work.entries} />
        <Tooltip title={<span style={{ whiteSpace: 'pre-line' }}>{t('keys.text')}</span>}>
          <Typography.Text type="secondary" tabIndex={0}>
            {t('keys')}
          </Typography.Text>
        </Tooltip>
      </footer>
      {work.conflicts.length > 0 && (
        <ConflictDialog
          conflicts={work.conflicts}
          months={ledger.months}
          onResolve={work.resolve}
          onCancel={work.postpone}
        />
      )}
    </div>
  );
}
