import { ImportOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { type ImportHead, importsQuery } from '../api/list-imports';
import { ImportStateTag } from '../components/import-state-tag';
import { importsTexts } from '../imports-texts';

/** Every file that was uploaded, what became of it and who did it. */
export function ImportsPage() {
  const t = useText(importsTexts);
  const may = useMay();
  const navigate = useNavigate();
  const path = useScopePath();
  const { enterpriseId } = useScope();
  const imports = useQuery(importsQuery(enterpriseId));
  const columns: readonly DataColumn<ImportHead>[] = [
    { key: 'file', title: t('column.file'), text: ({ fileName }) => fileName },
    { key: 'year', title: t('column.year'), text: ({ year }) => String(year), width: 100 },
    {
      key: 'state',
      title: t('column.state'),
      text: ({ state }) => t(`state.${state}`),
      filterValues: ({ state }) => [state],
      filters: (['PREVIEW', 'REJECTED', 'COMMITTED'] as const).map((value) => ({
        value,
        label: t(`state.${value}`),
      })),
      render: ({ state }) => <ImportStateTag state={state} />,
    },
    {
      key: 'written',
      title: t('column.written'),
      align: 'right',
      text: ({ linesWritten }) => String(linesWritten),
    },
    { key: 'by', title: t('column.by'), text: ({ createdBy }) => createdBy },
    {
      key: 'at',
      title: t('column.at'),
      text: ({ createdAt }) => formatInstant(createdAt),
      render: ({ createdAt }) => formatInstant(createdAt),
    },
    { key: 'digest', title: t('column.digest'), text: ({ digest }) => digest, hiddenAtFirst: true },
  ];
  const action = may('IMPORT_RUN') && (
    <Link to={path('imports/new')}>
      <Button type="primary" icon={<UploadOutlined />}>
        {t('new')}
      </Button>
    </Link>
  );
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={imports.data?.length ? action : undefined}
      />
      <ProblemAlert error={imports.error} onRetry={() => void imports.refetch()} />
      {imports.isPending && <TableSkeleton />}
      {imports.data && (
        <DataTable
          label={t('nav.title')}
          fileName="imports"
          rows={imports.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(path(`imports/${id}`))}
          empty={
            <EmptyState
              icon={<ImportOutlined />}
              title={t('empty.title')}
              text={t('empty.text')}
              clause="6.2.2"
              action={action}
            />
          }
        />
      )}
    </>
  );
}
