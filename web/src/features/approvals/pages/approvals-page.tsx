import { CheckSquareOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { ApprovalStateTag } from '@/shared/approval/approval-state-tag';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { type Approval, approvalsQuery } from '@/shared/approval/approvals';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';

const SHOWS = ['TO_DO', 'MINE', 'ALL'] as const;
const STATES = ['PENDING', 'APPROVED', 'RETURNED', 'WITHDRAWN', 'VOID'] as const;
const urlSchema = z.object({ show: z.enum(SHOWS).catch('TO_DO').default('TO_DO') });

/** The inbox: what waits for me, what I took part in, everything. */
export function ApprovalsPage() {
  const t = useText(approvalTexts);
  const path = useScopePath();
  const navigate = useNavigate();
  const { enterpriseId } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const approvals = useQuery(approvalsQuery(enterpriseId, url.show));
  const columns = useColumns(approvals.data ?? []);
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          <>
            <Link to={path('approvals/delegations')}>
              <Button tabIndex={-1}>{t('delegation.title')}</Button>
            </Link>
            <Link to={path('approvals/rules')}>
              <Button tabIndex={-1}>{t('rules.title')}</Button>
            </Link>
          </>
        }
      />
      <ProblemAlert error={approvals.error} onRetry={() => void approvals.refetch()} />
      {approvals.isPending && <TableSkeleton />}
      {approvals.data && (
        <DataTable
          label={t('nav.title')}
          fileName="approvals"
          rows={approvals.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(path(`approvals/${id}`))}
          extra={
            <Segmented
              value={url.show}
              options={SHOWS.map((value) => ({ value, label: t(`show.${value}`) }))}
              onChange={(show) => setUrl({ show })}
            />
          }
          empty={
            <EmptyState
              icon={<CheckSquareOutlined />}
              title={t(url.show === 'TO_DO' ? 'empty.toDo' : 'empty.all')}
              text={t('empty.text')}
            />
          }
        />
      )}
    </>
  );
}

function useColumns(rows: readonly Approval[]): readonly DataColumn<Approval>[] {
  const t = useText(approvalTexts);
  const pick = usePick();
  const types = new Map(rows.map(({ subject }) => [subject.type, pick(subject.typeName)]));
  return [
    { key: 'number', title: t('column.number'), text: ({ number }) => String(number), align: 'right' },
    { key: 'title', title: t('column.title'), text: ({ subject }) => pick(subject.title) },
    {
      key: 'type',
      title: t('column.type'),
      text: ({ subject }) => pick(subject.typeName),
      filterValues: ({ subject }) => [subject.type],
      filters: [...types].map(([value, label]) => ({ value, label })),
    },
    {
      key: 'state',
      title: t('column.state'),
      text: ({ state }) => t(`state.${state}`),
      filterValues: ({ state }) => [state],
      filters: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
      render: ({ state }) => <ApprovalStateTag state={state} />,
    },
    {
      key: 'step',
      title: t('column.step'),
      text: ({ state, step, steps }) => (state === 'PENDING' ? pick(steps[step]?.name) : null),
    },
    { key: 'submittedBy', title: t('column.submittedBy'), text: ({ submittedBy }) => submittedBy.name },
    {
      key: 'submittedAt',
      title: t('column.submittedAt'),
      text: ({ submittedAt }) => formatInstant(submittedAt),
    },
    {
      key: 'endedAt',
      title: t('column.endedAt'),
      text: ({ endedAt }) => (endedAt ? formatInstant(endedAt) : null),
    },
  ];
}
