import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { methodsQuery } from '@/shared/api/list-methods';
import { useScopePath } from '@/shared/api/use-scope';
import { formatExact } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { type LibraryFactor } from '../api/library';
import { factorTexts } from '../factor-texts';
import { LibraryMark } from './library-mark';

const LEVELS = ['national', 'regional', 'provincial'] as const;
const CONFIDENCES = ['verified', 'recalled', 'unsure'] as const;

interface LibraryTableProps {
  readonly factors: readonly LibraryFactor[];
  /** Columns for electricity first, such as the purpose. */
  readonly extraColumns?: readonly DataColumn<LibraryFactor>[];
  readonly hidden?: readonly string[];
  readonly urlPrefix: string;
  readonly label: string;
}

/** Every factor with source, validity, confidence and uses; a row opens the factor. */
export function LibraryTable({
  factors,
  extraColumns = [],
  hidden = [],
  urlPrefix,
  label,
}: LibraryTableProps) {
  const navigate = useNavigate();
  const path = useScopePath();
  const columns = useLibraryColumns(factors);
  const [name, ...rest] = columns;
  return (
    <DataTable
      label={label}
      fileName="factors"
      urlPrefix={urlPrefix}
      rows={factors}
      columns={[
        ...(name ? [name] : []),
        ...extraColumns,
        ...rest.map((column) => (hidden.includes(column.key) ? { ...column, hiddenAtFirst: true } : column)),
      ]}
      rowKey={({ id }) => id}
      onOpen={({ id }) => void navigate(`${path('factors/entry')}?id=${encodeURIComponent(id)}`)}
    />
  );
}

function useLibraryColumns(rows: readonly LibraryFactor[]): readonly DataColumn<LibraryFactor>[] {
  const t = useText(factorTexts);
  const shared = useText(sharedTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const methods = useQuery(methodsQuery).data ?? [];
  const numbers = new Map(methods.map(({ id, number }) => [id, number]));
  const sectors = new Map(methods.map(({ sector, sectorName }) => [sector, pick(sectorName)]));
  const tables = new Map(rows.map(({ table, tableTitle }) => [table, pick(tableTitle)]));
  const distinct = (valueOf: (factor: LibraryFactor) => string | null | undefined) =>
    [...new Set(rows.map(valueOf))]
      .filter((value) => value !== undefined && value !== null)
      .sort()
      .map((value) => ({ value, label: value }));
  const confidence = ({ raised, confidence: own }: LibraryFactor) => (raised ? 'verified' : own);
  const levelName = (level: string) => {
    const known = LEVELS.find((one) => one === level);
    return known ? t(`level.${known}`) : level;
  };
  return [
    { key: 'name', title: t('column.name'), text: ({ name }) => pick(name) },
    { key: 'column', title: t('column.column'), text: ({ columnName }) => pick(columnName) },
    {
      key: 'value',
      title: t('column.value'),
      align: 'right',
      text: ({ value }) => value,
      render: ({ value }) => <span className="th-number">{formatExact(value)}</span>,
    },
    { key: 'unit', title: t('column.unit'), text: ({ unit }) => formatUnit(unit, locale) },
    {
      key: 'confidence',
      title: t('column.confidence'),
      text: (factor) => confidence(factor),
      filters: CONFIDENCES.map((value) => ({ value, label: shared(`confidence.${value}`) })),
      render: (factor) => <LibraryMark factor={factor} />,
    },
    {
      key: 'table',
      title: t('column.table'),
      width: 260,
      text: ({ table, tableTitle }) => `${pick(tableTitle)} ${table}`,
      render: ({ tableTitle }) => pick(tableTitle),
      filterValues: ({ table }) => [table],
      filters: [...tables].map(([value, title]) => ({ value, label: title })),
    },
    {
      key: 'year',
      title: t('column.year'),
      text: ({ dataYear }) => dataYear ?? null,
      filterValues: ({ dataYear }) => [dataYear ?? ''],
      filters: distinct(({ dataYear }) => dataYear),
    },
    {
      key: 'region',
      title: t('column.region'),
      text: ({ region }) => region ?? null,
      filterValues: ({ region }) => [region ?? ''],
      filters: distinct(({ region }) => region),
    },
    {
      key: 'level',
      title: t('column.level'),
      text: ({ level }) => (level ? levelName(level) : null),
      hiddenAtFirst: true,
      filterValues: ({ level }) => [level ?? ''],
      filters: LEVELS.map((value) => ({ value, label: t(`level.${value}`) })),
    },
    {
      key: 'uses',
      title: t('column.uses'),
      align: 'right',
      text: ({ uses }) => (uses === 0 ? null : String(uses)),
    },
    {
      key: 'standard',
      title: t('column.standard'),
      width: 220,
      text: (factor) => factor.methods.map((id) => numbers.get(id) ?? id).join('; '),
      filterValues: (factor) => factor.methods,
      filters: methods.map(({ id, number }) => ({ value: id, label: number })),
    },
    {
      key: 'sector',
      title: t('column.sector'),
      text: (factor) => factor.sectors.map((sector) => sectors.get(sector) ?? sector).join('; '),
      hiddenAtFirst: true,
      filterValues: (factor) => factor.sectors,
      filters: [...sectors].map(([value, title]) => ({ value, label: title })),
    },
    {
      key: 'validity',
      title: t('column.validity'),
      text: ({ validFrom, validTo }) =>
        validFrom || validTo ? `${validFrom ?? ''} – ${validTo ?? ''}` : null,
      hiddenAtFirst: true,
    },
    { key: 'citation', title: t('column.citation'), width: 260, text: ({ citation }) => pick(citation) },
    { key: 'row', title: t('column.row'), text: ({ row }) => row, hiddenAtFirst: true },
    { key: 'note', title: t('column.note'), text: ({ note }) => pick(note) || null, hiddenAtFirst: true },
  ];
}
