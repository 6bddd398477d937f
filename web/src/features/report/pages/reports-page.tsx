import { FileAddOutlined, FileDoneOutlined, FileWordOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatExactQuantity, MISSING } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { type ReportHead, reportsQuery } from '../api/get-reports';
import { CompileDrawer } from '../components/compile-drawer';
import { ReportStateTag } from '../components/report-state-tag';
import { reportTexts } from '../report-texts';

const KINDS = ['ANNUAL', 'SUPPLEMENT', 'ISO_14064', 'QUALITY_PLAN', 'MONTHLY_EVIDENCE'] as const;
const STATES = [
  'DRAFT',
  'IN_REVIEW',
  'IN_APPROVAL',
  'APPROVED',
  'SUBMITTED',
  'IN_VERIFICATION',
  'FINAL',
  'ARCHIVED',
] as const;

/** Every report of the year with where it stands. */
export function ReportsPage() {
  const t = useText(reportTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const may = useMay();
  const navigate = useNavigate();
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const [compiling, setCompiling] = useState(false);
  const reports = useQuery(reportsQuery(enterpriseId, year));
  const columns: readonly DataColumn<ReportHead>[] = [
    { key: 'number', title: t('column.number'), text: ({ number }) => number, width: 110 },
    {
      key: 'kind',
      title: t('column.kind'),
      text: ({ kind }) => t(`kind.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      width: 160,
    },
    { key: 'title', title: t('column.title'), text: ({ title }) => pick(title), hiddenAtFirst: true },
    { key: 'period', title: t('column.period'), text: ({ period }) => period, width: 100 },
    {
      key: 'total',
      title: t('column.total'),
      align: 'right',
      text: ({ total }) => (total ? formatExactQuantity(total, locale) : MISSING),
    },
    {
      key: 'state',
      title: t('column.state'),
      text: ({ state }) => t(`state.${state}`),
      filterValues: ({ state }) => [state],
      filters: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
      render: ({ state }) => <ReportStateTag state={state} />,
      width: 130,
    },
    { key: 'version', title: t('column.version'), text: ({ version }) => String(version), width: 80 },
    {
      key: 'findings',
      title: t('column.findings'),
      text: ({ errors, warnings }) =>
        errors + warnings === 0 ? t('checks.none') : t('checks', { errors, warnings }),
    },
    { key: 'by', title: t('column.by'), text: ({ createdBy }) => createdBy.name, width: 110 },
    {
      key: 'at',
      title: t('column.at'),
      text: ({ createdAt }) => createdAt,
      render: ({ createdAt }) => formatInstant(createdAt),
      width: 150,
    },
  ];
  const compile = may('REPORT_EDIT') && (
    <Button type="primary" icon={<FileAddOutlined />} onClick={() => setCompiling(true)}>
      {t('compile')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          <Flex gap={8}>
            <Button icon={<FileWordOutlined />} onClick={() => void navigate(path('reports/templates'))}>
              {t('templates')}
            </Button>
            {reports.data?.length ? compile : null}
          </Flex>
        }
      />
      <ProblemAlert error={reports.error} onRetry={() => void reports.refetch()} />
      {reports.isPending && <TableSkeleton />}
      {reports.data && (
        <DataTable
          label={t('nav.title')}
          fileName={`reports-${year}`}
          rows={reports.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(path(`reports/${id}`))}
          empty={
            <EmptyState
              icon={<FileDoneOutlined />}
              title={t('empty.title', { year })}
              text={t('empty.text')}
              clause="6.3.2"
              action={compile}
            />
          }
        />
      )}
      {compiling && <CompileDrawer onClose={() => setCompiling(false)} />}
    </>
  );
}
