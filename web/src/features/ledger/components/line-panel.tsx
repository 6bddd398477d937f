import { CloseOutlined, FileExcelOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Descriptions, Empty, Timeline, Typography, Upload } from 'antd';
import { Link } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatExactQuantity, MISSING } from '@/shared/format/quantity';
import { formatInstant, formatMonth } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert, ProblemList } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { VoucherList } from '@/shared/ui/voucher-list';
import { lineQuery, type LineDetail } from '../api/get-line';
import { type LedgerCell, type LedgerRow, type LineState } from '../api/get-ledger';
import { uploadVoucher } from '../api/upload-voucher';
import { ledgerTexts } from '../ledger-texts';
import { OPENING_COLUMN } from '../model/cell-address';
import { rowTitle, rowUnit, storedAt } from '../model/grid-view';

const TONE: Readonly<Record<LineState, 'neutral' | 'good' | 'progress'>> = {
  OPEN: 'neutral',
  CONFIRMED: 'good',
  LOCKED: 'progress',
};
const VOUCHER_TYPES = '.pdf,.png,.jpg,.jpeg,.xlsx,.docx,.csv,.txt';

interface LinePanelProps {
  readonly row: LedgerRow;
  readonly column: number;
  readonly month: string;
  readonly onClose: () => void;
}

/** Everything known about the cell under the cursor: its value, where it came from, what proves it, its history. */
export function LinePanel({ row, column, month, onClose }: LinePanelProps) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const stored = storedAt(row, column);
  const title = rowTitle(row.parameter, locale);
  return (
    <aside className="th-line-panel" aria-label={t('panel.title')}>
      <header style={{ display: 'flex', alignItems: 'flex-start', gap: 8 }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {[row.parameter.sheet, title.place].filter(Boolean).join(' · ')}
          </Typography.Text>
          <Typography.Title level={3} style={{ margin: 0 }}>
            {title.main}
          </Typography.Title>
          <Typography.Text type="secondary">
            {column === OPENING_COLUMN
              ? t('grid.opening')
              : `${month.slice(0, 4)} ${formatMonth(month, locale)}`}
          </Typography.Text>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('panel.close')}
          onClick={onClose}
        />
      </header>
      {stored ? (
        <LineFacts row={row} cell={stored} />
      ) : (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t('panel.empty', { unit: rowUnit(row.parameter, locale) })}
        />
      )}
    </aside>
  );
}

function LineFacts({ row, cell }: { row: LedgerRow; cell: LedgerCell }) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const detail = useQuery(lineQuery(enterpriseId, cell.lineId));
  const written = cell.asWritten ?? cell.value;
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={[
          {
            key: 'state',
            label: t('panel.state'),
            children: <StateTag tone={TONE[cell.state]}>{t(`state.${cell.state}`)}</StateTag>,
          },
          {
            key: 'written',
            label: t('panel.written'),
            children: written === null ? MISSING : `${written} ${cell.asWrittenUnit}`,
          },
          {
            key: 'value',
            label: t('panel.value'),
            children:
              cell.value === null
                ? MISSING
                : formatExactQuantity({ value: cell.value, unit: cell.unit }, locale),
          },
          {
            key: 'responsible',
            label: t('panel.responsible'),
            children: row.parameter.responsible || MISSING,
          },
        ]}
      />
      {cell.problems.length > 0 && <ProblemList problems={cell.problems} />}
      {detail.isPending && <TableSkeleton rows={4} />}
      <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      {detail.data && (
        <>
          <Source detail={detail.data} />
          <Vouchers detail={detail.data} />
          <History detail={detail.data} />
        </>
      )}
    </>
  );
}

function Source({ detail }: { detail: LineDetail }) {
  const t = useText(ledgerTexts);
  const path = useScopePath();
  const source = detail.versions[0]?.source;
  return (
    <section>
      <Typography.Title level={4}>{t('panel.source')}</Typography.Title>
      {source ? (
        <Typography.Text>
          <FileExcelOutlined style={{ marginInlineEnd: 6 }} />
          <Link to={path(`imports/${source.importId}`)}>{source.file}</Link>
          <br />
          {t('panel.sourceCell', { sheet: source.sheet, cell: source.cell })}
        </Typography.Text>
      ) : (
        <Typography.Text type="secondary">{t('panel.typed')}</Typography.Text>
      )}
    </section>
  );
}

function Vouchers({ detail }: { detail: LineDetail }) {
  const t = useText(ledgerTexts);
  const { enterpriseId } = useScope();
  const may = useMay();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { vouchers } = detail;
  const upload = useMutation({
    mutationFn: (file: File) => uploadVoucher(enterpriseId, detail.lineId, file),
    onSuccess: async () => {
      void message.success(t('voucher.added'));
      await client.invalidateQueries({ queryKey: ['ledger-line', enterpriseId, detail.lineId] });
      await client.invalidateQueries({ queryKey: ['ledger', enterpriseId] });
    },
  });
  return (
    <section>
      <Typography.Title level={4}>{t('voucher.title', { count: vouchers.length })}</Typography.Title>
      <VoucherList enterpriseId={enterpriseId} vouchers={vouchers} />
      {vouchers.length === 0 && <Typography.Text type="secondary">{t('voucher.none')}</Typography.Text>}
      {may('VOUCHER_ADD') && (
        <div style={{ marginTop: 8 }}>
          <Upload
            accept={VOUCHER_TYPES}
            showUploadList={false}
            beforeUpload={(file) => {
              upload.mutate(file);
              return false;
            }}
          >
            <Button size="small" icon={<UploadOutlined />} loading={upload.isPending}>
              {t('voucher.add')}
            </Button>
          </Upload>
        </div>
      )}
      <ProblemAlert error={upload.error} />
    </section>
  );
}

function History({ detail }: { detail: LineDetail }) {
  const t = useText(ledgerTexts);
  return (
    <section>
      <Typography.Title level={4}>{t('history.title')}</Typography.Title>
      <Timeline
        style={{ marginTop: 12 }}
        items={detail.versions.map(({ cell, enteredBy, enteredAt, reason }) => ({
          key: cell.version,
          color: cell.state === 'OPEN' ? 'gray' : 'green',
          content: (
            <div style={{ fontSize: 12 }}>
              <div className="th-number">
                <strong>
                  {cell.value === null
                    ? t('history.emptied')
                    : `${cell.asWritten ?? cell.value} ${cell.asWrittenUnit}`}
                </strong>{' '}
                {t(`state.${cell.state}`)} · {t(`origin.${cell.origin}`)}
              </div>
              <Typography.Text type="secondary">
                {[enteredBy, formatInstant(enteredAt)].filter(Boolean).join(' · ')}
              </Typography.Text>
              {reason && <div>{t('history.reason', { reason })}</div>}
            </div>
          ),
        }))}
      />
    </section>
  );
}
