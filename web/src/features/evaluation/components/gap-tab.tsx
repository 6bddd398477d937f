import { FileUnknownOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Card, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExactQuantity } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { useTrace } from '@/shared/ui/trace-context';
import { type DataGap, dataGapsQuery, type FoundGap, useAcceptGap, useWithdrawGap } from '../api/data-gaps';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';
import { GapDrawer, type GapDraft } from './gap-drawer';
import { WithdrawButton } from './withdraw-button';

/** Values that were missing: found in the result, recorded with cause and way, accepted by somebody else. */
export function GapTab({ run }: { run: Run }) {
  const t = useText(evaluationTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const [draft, setDraft] = useState<GapDraft | null>(null);
  const query = useQuery(dataGapsQuery(enterpriseId, run.id));
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const { found, gaps } = query.data;
  const add = may('EVALUATION_EDIT') && (
    <Button onClick={() => setDraft({ before: null, found: null })}>{t('g.add')}</Button>
  );
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card title={t('g.found')} {...(found.length > 0 ? { styles: { body: { padding: 0 } } } : {})}>
        {found.length === 0 ? (
          <Typography.Text type="secondary">{t('g.found.none')}</Typography.Text>
        ) : (
          <FoundTable run={run} found={found} onRecord={(one) => setDraft({ before: null, found: one })} />
        )}
      </Card>
      <Card
        title={t('g.records')}
        extra={add}
        {...(gaps.length > 0 ? { styles: { body: { padding: 0 } } } : {})}
      >
        {gaps.length === 0 ? (
          <EmptyState
            icon={<FileUnknownOutlined />}
            title={t('g.none.title')}
            text={t('g.none.text')}
            clause="6.3.1-d"
          />
        ) : (
          <GapTable gaps={gaps} onEdit={(before) => setDraft({ before, found: null })} />
        )}
      </Card>
      {draft && <GapDrawer run={run} draft={draft} onClose={() => setDraft(null)} />}
    </div>
  );
}

interface FoundTableProps {
  readonly run: Run;
  readonly found: readonly FoundGap[];
  readonly onRecord: (found: FoundGap) => void;
}

function FoundTable({ run, found, onRecord }: FoundTableProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const { enterpriseId } = useScope();
  const { openTrace } = useTrace();
  return (
    <Table<FoundGap>
      size="small"
      pagination={false}
      rowKey={({ code, source, item, figures }) => [code, source, item, figures[0]].join(' ')}
      dataSource={[...found]}
      columns={[
        { title: t('g.item'), render: (_, one) => `${pick(one.sourceName)} · ${pick(one.itemName)}` },
        { title: t('g.what'), render: (_, { name }) => pick(name) },
        {
          title: t('g.months'),
          render: (_, { months, figures }) => (
            <Space wrap size={4}>
              {months.map((month, index) => (
                <Button
                  key={figures[index] ?? month}
                  type="link"
                  size="small"
                  style={{ padding: 0 }}
                  onClick={() =>
                    openTrace({ enterpriseId, inventoryId: run.id, figureId: figures[index] ?? 'total' })
                  }
                >
                  {month}
                </Button>
              ))}
            </Space>
          ),
        },
        {
          title: t('g.record'),
          render: (_, { open }) => (
            <StateTag tone={open.length > 0 ? 'due' : 'good'}>
              {open.length > 0 ? t('g.found.open', { count: open.length }) : t('g.found.done')}
            </StateTag>
          ),
        },
        {
          title: '',
          align: 'right',
          render: (_, one) =>
            may('EVALUATION_EDIT') &&
            one.open.length > 0 && (
              <Button type="link" size="small" onClick={() => onRecord(one)}>
                {t('g.recordFor')}
              </Button>
            ),
        },
      ]}
    />
  );
}

function GapTable({ gaps, onEdit }: { gaps: readonly DataGap[]; onEdit: (gap: DataGap) => void }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const accept = useAcceptGap(enterpriseId);
  const withdraw = useWithdrawGap(enterpriseId);
  return (
    <>
      <ProblemAlert error={accept.error} />
      <Table<DataGap>
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey="id"
        dataSource={[...gaps]}
        columns={[
          {
            title: t('g.item'),
            render: (_, { sourceName, itemName, symbolName }) =>
              [sourceName, itemName, symbolName].map(pick).filter(Boolean).join(' · '),
          },
          {
            title: t('g.months'),
            render: (_, { from, to }) => (from === to ? from : `${from} – ${to}`),
          },
          {
            title: t('g.cause'),
            render: (_, { cause }) => <div style={{ maxWidth: 240, whiteSpace: 'normal' }}>{cause}</div>,
          },
          {
            title: t('g.way'),
            render: (_, { way, basis }) => (
              <div style={{ maxWidth: 280, whiteSpace: 'normal' }}>
                {t(`g.way.${way}`)}
                <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
                  {basis}
                </Typography.Text>
              </div>
            ),
          },
          {
            title: t('g.value'),
            align: 'right',
            render: (_, { value, unit }) =>
              value === null || unit === null ? '—' : formatExactQuantity({ value, unit }, locale),
          },
          {
            title: t('g.state'),
            render: (_, one) => (
              <>
                <StateTag tone={one.state === 'ACCEPTED' ? 'good' : 'due'}>
                  {t(`g.state.${one.state as 'HELD'}`)}
                </StateTag>
                <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
                  {[
                    t('g.recordedBy', { by: one.recordedBy }),
                    one.acceptedBy === null ? '' : t('g.acceptedBy', { by: one.acceptedBy }),
                    formatInstant(one.at),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </Typography.Text>
              </>
            ),
          },
          {
            title: '',
            render: (_, one) => (
              <Space size={0}>
                {may('EVALUATION_ACCEPT') && one.state === 'HELD' && (
                  <Button
                    type="link"
                    size="small"
                    loading={accept.isPending && accept.variables.id === one.id}
                    onClick={() =>
                      accept.mutate(one, { onSuccess: () => void message.success(t('g.accepted')) })
                    }
                  >
                    {t('g.accept')}
                  </Button>
                )}
                {may('EVALUATION_EDIT') && (
                  <>
                    <Button type="link" size="small" onClick={() => onEdit(one)}>
                      {t('u.change')}
                    </Button>
                    <WithdrawButton
                      pending={withdraw.isPending}
                      error={withdraw.error}
                      onWithdraw={(reason) =>
                        withdraw.mutate(
                          { id: one.id, version: one.version, reason },
                          { onSuccess: () => void message.success(t('withdraw.done')) },
                        )
                      }
                    />
                  </>
                )}
              </Space>
            ),
          },
        ]}
      />
    </>
  );
}
