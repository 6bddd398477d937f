import { FileSearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Input, Space, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { methodsQuery } from '@/shared/api/list-methods';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Gap, gapsQuery, useAnswerGap } from '../api/gaps';
import { completenessTexts } from '../completeness-texts';
import { RemarkList } from '../components/remark-list';

const urlSchema = z.object({ gap: z.string().catch('').default('') });
const KINDS = [
  'LEDGER_ITEM_NOT_ACCOUNTED',
  'DOCUMENT_ITEM_NOT_ACCOUNTED',
  'UNIT_WITHOUT_SOURCE',
  'SOURCE_WITHOUT_INPUT',
] as const;

function lastAnswer(gap: Gap): string | null {
  return gap.answered ? (gap.remarks.at(-1)?.words ?? null) : null;
}

/** What was bought, stands in the boundary or is named by a method, but feeds nothing (6.3.1). */
export function CompletenessPage() {
  const t = useText(completenessTexts);
  const pick = usePick();
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const gaps = useQuery(gapsQuery(enterpriseId, year));
  const methods = useQuery(methodsQuery);
  const numberOf = (id: string) => methods.data?.find((one) => one.id === id)?.number ?? id;
  const data = gaps.data ?? [];
  const answered = data.filter((gap) => gap.answered).length;
  const columns: readonly DataColumn<Gap>[] = [
    { key: 'subject', title: t('column.subject'), text: ({ subject }) => pick(subject), maxWidth: 260 },
    {
      key: 'kind',
      title: t('column.kind'),
      text: ({ kind }) => t(`kind.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'method',
      title: t('column.method'),
      text: ({ method }) => numberOf(method),
      filterValues: ({ method }) => [method],
      filters: [...new Set(data.map(({ method }) => method))].map((value) => ({
        value,
        label: numberOf(value),
      })),
    },
    {
      key: 'state',
      title: t('column.state'),
      text: (gap) => t(gap.answered ? 'state.answered' : 'state.open'),
      filterValues: (gap) => [gap.answered ? 'answered' : 'open'],
      filters: (['open', 'answered'] as const).map((value) => ({ value, label: t(`state.${value}`) })),
      render: (gap) => (
        <StateTag tone={gap.answered ? 'good' : 'due'}>
          {t(gap.answered ? 'state.answered' : 'state.open')}
        </StateTag>
      ),
    },
    { key: 'answer', title: t('column.answer'), text: lastAnswer, maxWidth: 320, sortable: false },
    {
      key: 'finding',
      title: t('column.finding'),
      text: ({ finding }) => pick(finding),
      maxWidth: 460,
      sortable: false,
      hiddenAtFirst: true,
    },
  ];
  const open = data.find(({ id }) => id === url.gap);
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          <Link to={path('method-plan')}>
            <Button>{t('plan')}</Button>
          </Link>
        }
      />
      <ProblemAlert error={gaps.error ?? methods.error} onRetry={() => void gaps.refetch()} />
      {gaps.isPending && <TableSkeleton />}
      {gaps.data && (
        <>
          {data.length > 0 && (
            <p style={{ margin: '0 0 12px', color: 'var(--th-text-secondary)' }}>
              {t('summary', { count: data.length - answered, answered })}
            </p>
          )}
          <DataTable
            label={t('nav.title')}
            fileName={`completeness-${year}`}
            rows={data}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setUrl({ gap: id })}
            empty={
              <EmptyState
                icon={<FileSearchOutlined />}
                title={t('empty.title')}
                text={t('empty.text')}
                clause="6.3.1"
              />
            }
          />
        </>
      )}
      {open && <GapDrawer key={open.id} gap={open} onClose={() => setUrl({ gap: '' })} />}
    </>
  );
}

function GapDrawer({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const t = useText(completenessTexts);
  const pick = usePick();
  const may = useMay();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [words, setWords] = useState('');
  const answer = useAnswerGap(enterpriseId, year, gap);
  const act = gap.answered ? 'reopening' : 'answer';
  return (
    <Drawer open size={640} onClose={onClose} title={pick(gap.subject)}>
      <Alert
        type={gap.answered ? 'success' : 'warning'}
        showIcon
        title={t(`kind.${gap.kind}`)}
        description={pick(gap.finding)}
      />
      <Typography.Title level={3} style={{ marginTop: 24 }}>
        {t('remarks.title')}
      </Typography.Title>
      <RemarkList
        remarks={gap.remarks.flatMap((remark) =>
          remark.act === 'NOT_APPLICABLE' || remark.act === 'REOPENED'
            ? [{ ...remark, title: t(`remark.${remark.act}`, { by: remark.by }), note: null }]
            : [],
        )}
        none={t('remarks.none')}
      />
      {may('CROSSCHECK_EXPLAIN') && (
        <div style={{ marginTop: 16, display: 'grid', gap: 8 }}>
          <label htmlFor="gap-words">{t(gap.answered ? 'reopen.label' : 'answer.label')}</label>
          <Input.TextArea
            id="gap-words"
            rows={3}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          {!gap.answered && <Typography.Text type="secondary">{t('answer.hint')}</Typography.Text>}
          <ProblemAlert error={answer.error} />
          <Space>
            <Button
              type={gap.answered ? 'default' : 'primary'}
              disabled={words.trim() === ''}
              loading={answer.isPending}
              onClick={() =>
                answer.mutate(
                  { act, words: words.trim() },
                  {
                    onSuccess: () => {
                      setWords('');
                      void message.success(t(gap.answered ? 'reopen.done' : 'answer.done'));
                    },
                  },
                )
              }
            >
              {t(gap.answered ? 'reopen' : 'answer')}
            </Button>
          </Space>
        </div>
      )}
    </Drawer>
  );
}
