import { DiffOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '@/shared/api/use-scope';
import { formatExact, formatPlaces } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type Comparison, comparisonsQuery } from '../api/differences';
import { crosscheckTexts } from '../crosscheck-texts';

const STATUSES = ['AGREES', 'WITHIN_TOLERANCE', 'DIFFERS'] as const;
const TONE = { AGREES: 'good', WITHIN_TOLERANCE: 'neutral', DIFFERS: 'due' } as const;

/** Every month and the year of every matched item, whether it agrees or not. */
export function ComparisonsTab() {
  const t = useText(crosscheckTexts);
  const { locale } = useLocale();
  const { enterpriseId, year } = useScope();
  const comparisons = useQuery(comparisonsQuery(enterpriseId, year));
  const columns: readonly DataColumn<Comparison>[] = [
    {
      key: 'item',
      title: t('column.item'),
      text: ({ item, meteringPoint }) => [item, meteringPoint].filter(Boolean).join(' · '),
    },
    {
      key: 'direction',
      title: t('column.direction'),
      text: ({ direction }) => t(`direction.${direction}`),
      filterValues: ({ direction }) => [direction],
      filters: (['IN', 'OUT'] as const).map((value) => ({ value, label: t(`direction.${value}`) })),
    },
    {
      key: 'source',
      title: t('column.source'),
      text: ({ kind }) => t(`document.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: (['INVOICE', 'SETTLEMENT'] as const).map((value) => ({
        value,
        label: t(`document.${value}`),
      })),
    },
    {
      key: 'month',
      title: t('column.month'),
      text: ({ month }) => month ?? t('year.whole'),
      filterValues: ({ month }) => [month === null ? 'year' : 'month'],
      filters: [
        { value: 'month', label: t('column.month') },
        { value: 'year', label: t('year.whole') },
      ],
    },
    {
      key: 'ledger',
      title: t('column.ledger'),
      align: 'right',
      text: ({ ledger }) => ledger,
      render: ({ ledger }) => formatExact(ledger),
    },
    {
      key: 'documents',
      title: t('column.documents'),
      align: 'right',
      text: ({ documents }) => documents,
      render: ({ documents }) => formatExact(documents),
    },
    {
      key: 'contracted',
      title: t('column.contracted'),
      align: 'right',
      text: ({ contracted }) => contracted,
      render: ({ contracted }) => formatExact(contracted),
    },
    {
      key: 'difference',
      title: t('column.difference'),
      align: 'right',
      text: ({ difference }) => difference,
      render: ({ difference }) => formatExact(difference),
    },
    { key: 'unit', title: t('column.unit'), text: ({ unit }) => formatUnit(unit, locale) },
    {
      key: 'percent',
      title: t('column.percent'),
      align: 'right',
      text: ({ percent }) => percent,
      render: ({ percent }) => (percent === null ? '—' : `${formatPlaces(percent, 2)} %`),
    },
    {
      key: 'tolerance',
      title: t('column.tolerance'),
      align: 'right',
      text: ({ tolerancePercent }) => tolerancePercent,
      render: ({ tolerancePercent }) => `${formatExact(tolerancePercent)} %`,
    },
    {
      key: 'count',
      title: t('column.count'),
      align: 'right',
      text: ({ documentCount }) => String(documentCount),
      hiddenAtFirst: true,
    },
    {
      key: 'status',
      title: t('column.state'),
      text: ({ status }) => t(`status.${status}`),
      filterValues: ({ status }) => [status],
      filters: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
      render: ({ status }) => <StateTag tone={TONE[status]}>{t(`status.${status}`)}</StateTag>,
    },
  ];
  return (
    <>
      <ProblemAlert error={comparisons.error} onRetry={() => void comparisons.refetch()} />
      {comparisons.isPending && <TableSkeleton />}
      {comparisons.data && (
        <DataTable
          label={t('tab.comparisons')}
          fileName={`comparison-${year}`}
          urlPrefix="c-"
          rows={comparisons.data}
          columns={columns}
          rowKey={(one) => [one.kind, one.direction, one.item, one.meteringPoint, one.month].join('|')}
          empty={
            <EmptyState
              icon={<DiffOutlined />}
              title={t('empty.title')}
              text={t('empty.text')}
              clause="6.3.1-e"
            />
          }
        />
      )}
    </>
  );
}
