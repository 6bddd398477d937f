import { useQuery } from '@tanstack/react-query';
import { type Factor, factorsQuery } from '@/shared/api/list-methods';
import { formatExact } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { factorsTexts } from '../factors-texts';

/** Every factor of the catalogue with its source and how sure it is. */
export function FactorsPage() {
  const t = useText(factorsTexts);
  const shared = useText(sharedTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const factors = useQuery(factorsQuery);
  const rows = factors.data ?? [];
  const tables = new Map(rows.map(({ table, tableTitle }) => [table, pick(tableTitle)]));
  const distinct = (valueOf: (factor: Factor) => string | undefined) =>
    [...new Set(rows.map(valueOf))]
      .filter((value) => value !== undefined)
      .sort()
      .map((value) => ({ value, label: value }));
  const columns: readonly DataColumn<Factor>[] = [
    { key: 'name', title: t('column.name'), maxWidth: 200, text: ({ name }) => pick(name) },
    {
      key: 'table',
      title: t('column.table'),
      maxWidth: 230,
      text: ({ table, tableTitle }) => `${pick(tableTitle)} ${table}`,
      render: ({ tableTitle }) => pick(tableTitle),
      filterValues: ({ table }) => [table],
      filters: [...tables].map(([value, label]) => ({ value, label })),
    },
    { key: 'row', title: t('column.row'), text: ({ row }) => row, hiddenAtFirst: true },
    { key: 'column', title: t('column.column'), maxWidth: 140, text: ({ columnName }) => pick(columnName) },
    {
      key: 'value',
      title: t('column.value'),
      align: 'right',
      text: ({ value }) => value.value,
      render: ({ value }) => <span className="th-number">{formatExact(value.value)}</span>,
    },
    { key: 'unit', title: t('column.unit'), text: ({ value }) => formatUnit(value.unit, locale) },
    {
      key: 'region',
      title: t('column.region'),
      text: ({ attributes }) => attributes['region'] ?? attributes['level'] ?? null,
    },
    {
      key: 'year',
      title: t('column.year'),
      text: ({ attributes }) => attributes['dataYear'] ?? null,
      filterValues: ({ attributes }) => [attributes['dataYear'] ?? ''],
      filters: distinct(({ attributes }) => attributes['dataYear']),
    },
    {
      key: 'confidence',
      title: t('column.confidence'),
      text: ({ confidence }) => confidence,
      filters: (['verified', 'recalled', 'unsure'] as const).map((value) => ({
        value,
        label: shared(`confidence.${value}`),
      })),
      render: ({ confidence }) => <ConfidenceMark confidence={asConfidence(confidence)} words />,
    },
    { key: 'citation', title: t('column.citation'), maxWidth: 200, text: ({ citation }) => pick(citation) },
    { key: 'note', title: t('column.note'), text: ({ note }) => pick(note) || null, hiddenAtFirst: true },
  ];
  return (
    <>
      <PageHeader title={t('nav.title')} purpose={t('purpose')} />
      <ProblemAlert error={factors.error} onRetry={() => void factors.refetch()} />
      {factors.isPending && <TableSkeleton />}
      {factors.data && (
        <DataTable
          label={t('nav.title')}
          fileName="factors"
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
        />
      )}
    </>
  );
}
