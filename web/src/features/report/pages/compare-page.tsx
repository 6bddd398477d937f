import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Table } from 'antd';
import { useParams } from 'react-router';
import { useScope } from '@/shared/api/use-scope';
import { MISSING } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { StateTag, type StateTone } from '@/shared/ui/state-tag';
import { reportComparisonQuery, type ReportComparison, reportQuery } from '../api/get-reports';
import { reportTexts } from '../report-texts';

type Change = ReportComparison['changes'][number];

const TONES: Readonly<Record<Change['kind'], StateTone>> = {
  ADDED: 'good',
  REMOVED: 'bad',
  CHANGED: 'due',
};

/** Two versions of a report: every cell that differs. */
export function ReportComparePage() {
  const { reportId = '', before = '', after = '' } = useParams();
  const { enterpriseId } = useScope();
  const t = useText(reportTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const comparison = useQuery(reportComparisonQuery(enterpriseId, reportId, before, after));
  const report = useQuery(reportQuery(enterpriseId, reportId, null));
  if (comparison.isPending || report.isPending) return <PageSkeleton />;
  if (comparison.error) {
    return <ProblemAlert error={comparison.error} onRetry={() => void comparison.refetch()} />;
  }
  if (report.error) return <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />;
  const { changes, unchanged } = comparison.data;
  return (
    <>
      <PageHeader
        title={t('compare.title', { number: report.data.head.number, before, after })}
        purpose={t('compare.purpose', { count: changes.length, same: unchanged })}
      />
      {changes.length === 0 ? (
        <Alert type="info" showIcon title={t('compare.none')} />
      ) : (
        <Card styles={{ body: { padding: 0 } }}>
          <Table<Change>
            size="small"
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
            rowKey={(change) => `${change.table} ${pick(change.line)} ${pick(change.column)}`}
            dataSource={[...changes]}
            columns={[
              {
                title: '',
                width: 90,
                render: (_, { kind }) => <StateTag tone={TONES[kind]}>{t(`compare.kind.${kind}`)}</StateTag>,
              },
              {
                title: t('compare.table'),
                render: (_, { table, tableTitle }) => `${table} ${pick(tableTitle)}`,
              },
              { title: t('compare.line'), render: (_, { line }) => pick(line) },
              { title: t('compare.column'), render: (_, { column }) => pick(column) },
              {
                title: t('compare.before', { version: before }),
                align: 'right',
                render: (_, change) => (change.before ? <del>{pick(change.before)}</del> : MISSING),
              },
              {
                title: t('compare.before', { version: after }),
                align: 'right',
                render: (_, change) => (change.after ? <ins>{pick(change.after)}</ins> : MISSING),
              },
              {
                title: t('compare.difference'),
                align: 'right',
                render: (_, { difference, unit }) =>
                  difference ? `${difference} ${formatUnit(unit ?? '', locale)}` : '',
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
