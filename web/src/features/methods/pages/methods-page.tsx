import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { methodsQuery, type MethodSummary } from '@/shared/api/list-methods';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { MethodStatusTag } from '../components/method-status-tag';
import { methodsTexts } from '../methods-texts';

export function MethodsPage() {
  const t = useText(methodsTexts);
  const pick = usePick();
  const navigate = useNavigate();
  const path = useScopePath();
  const { enterprise } = useScope();
  const methods = useQuery(methodsQuery);
  const columns: readonly DataColumn<MethodSummary>[] = [
    {
      key: 'number',
      title: t('column.number'),
      maxWidth: 240,
      text: ({ number }) => number,
      render: ({ id, number }) => (
        <>
          {number} {enterprise.methods.includes(id) && <StateTag tone="progress">{t('own')}</StateTag>}
        </>
      ),
    },
    { key: 'title', title: t('column.title'), maxWidth: 380, text: ({ title }) => pick(title) },
    { key: 'id', title: t('column.id'), text: ({ id }) => id, hiddenAtFirst: true },
    {
      key: 'sector',
      title: t('column.sector'),
      text: ({ sectorName }) => pick(sectorName),
      filters: [...new Set((methods.data ?? []).map(({ sectorName }) => pick(sectorName)))].map((value) => ({
        value,
        label: value,
      })),
    },
    {
      key: 'status',
      title: t('column.status'),
      text: ({ status }) => t(`status.${status}`),
      filterValues: ({ status }) => [status],
      filters: (['in-force', 'replaced', 'text-not-confirmed'] as const).map((value) => ({
        value,
        label: t(`status.${value}`),
      })),
      render: ({ status }) => <MethodStatusTag status={status} />,
    },
    { key: 'effective', title: t('column.effective'), text: ({ effective }) => effective },
    {
      key: 'sources',
      title: t('column.sources'),
      align: 'right',
      text: ({ sources }) => String(sources.length),
    },
  ];
  return (
    <>
      <PageHeader title={t('nav.title')} purpose={t('purpose')} />
      <ProblemAlert error={methods.error} onRetry={() => void methods.refetch()} />
      {methods.isPending && <TableSkeleton />}
      {methods.data && (
        <DataTable
          label={t('nav.title')}
          fileName="methods"
          rows={methods.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(path(`methods/${encodeURIComponent(id)}`))}
        />
      )}
    </>
  );
}
