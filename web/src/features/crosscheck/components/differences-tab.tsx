import { CheckCircleOutlined, DiffOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { z } from 'zod';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExactQuantity, formatPlaces, formatQuantity } from '@/shared/format/quantity';
import { type Locale } from '@/shared/i18n/locale';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Difference, differencesQuery } from '../api/differences';
import { crosscheckTexts } from '../crosscheck-texts';
import { DifferenceDrawer } from './difference-drawer';

const urlSchema = z.object({ difference: z.string().catch('').default('') });
const STATES = ['FOUND', 'EXPLAINED', 'ACCEPTED'] as const;
export const STATE_TONE = { FOUND: 'due', EXPLAINED: 'progress', ACCEPTED: 'good' } as const;
export const KINDS = [
  'QUANTITY_DIFFERS',
  'MISSING_DOCUMENT',
  'PERIOD_SHIFT',
  'LEDGER_MISSING',
  'DUPLICATE_DOCUMENT',
  'AMOUNT_ARITHMETIC',
  'UNKNOWN_CONTRACT',
  'CONTRACT_EXCEEDED',
  'SETTLEMENT_ARITHMETIC',
  'REGISTER_CHAIN_BROKEN',
  'UNIT_DIFFERS_IN_KIND',
] as const;

function differenceOf(one: Difference, locale: Locale, exact: boolean): string | null {
  if (one.difference === null || one.unit === null) return null;
  const quantity = { value: one.difference, unit: one.unit };
  return exact ? formatExactQuantity(quantity, locale) : formatQuantity(quantity, locale);
}

/** The register of differences: what was found, how far people are with it. */
export function DifferencesTab({ onImport, onMatch }: { onImport: () => void; onMatch: () => void }) {
  const t = useText(crosscheckTexts);
  const pick = usePick();
  const may = useMay();
  const { locale } = useLocale();
  const { enterpriseId, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const register = useQuery(differencesQuery(enterpriseId, year));
  const columns: readonly DataColumn<Difference>[] = [
    {
      key: 'item',
      title: t('column.item'),
      text: ({ item, meteringPoint }) => [item, meteringPoint].filter(Boolean).join(' · '),
      maxWidth: 220,
    },
    {
      key: 'kind',
      title: t('column.kind'),
      text: ({ kind }) => t(`kind.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    { key: 'month', title: t('column.month'), text: ({ months }) => months.join(' / ') },
    {
      key: 'source',
      title: t('column.source'),
      text: ({ documentKind }) => t(`document.${documentKind}`),
      filterValues: ({ documentKind }) => [documentKind],
      filters: (['INVOICE', 'SETTLEMENT', 'CONTRACT'] as const).map((value) => ({
        value,
        label: t(`document.${value}`),
      })),
    },
    {
      key: 'difference',
      title: t('column.difference'),
      align: 'right',
      text: (one) => differenceOf(one, locale, true),
      render: (one) => <span className="th-figure">{differenceOf(one, locale, false) ?? '—'}</span>,
    },
    {
      key: 'percent',
      title: t('column.percent'),
      align: 'right',
      text: ({ percent }) => percent,
      render: ({ percent }) => (percent === null ? '—' : `${formatPlaces(percent, 2)} %`),
    },
    {
      key: 'state',
      title: t('column.state'),
      text: ({ state }) => t(`state.${state}`),
      filterValues: ({ state }) => [state],
      filters: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
      render: ({ state }) => <StateTag tone={STATE_TONE[state]}>{t(`state.${state}`)}</StateTag>,
    },
    {
      key: 'finding',
      title: t('column.finding'),
      text: ({ finding }) => pick(finding),
      maxWidth: 400,
      sortable: false,
    },
  ];
  const data = register.data;
  const open = data?.items.find(({ id }) => id === url.difference);
  const nothingYet = data && data.compared === 0 && data.items.length === 0 && data.unmatched.length === 0;
  return (
    <>
      <ProblemAlert error={register.error} onRetry={() => void register.refetch()} />
      {register.isPending && <TableSkeleton />}
      {data && data.unmatched.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('unmatched', {
            count: data.unmatched.length,
            items: data.unmatched.join(locale === 'en' ? ', ' : '、'),
          })}
          action={
            may('CROSSCHECK_EDIT') && (
              <Button size="small" onClick={onMatch}>
                {t('unmatched.action')}
              </Button>
            )
          }
        />
      )}
      {nothingYet && (
        <EmptyState
          icon={<DiffOutlined />}
          title={t('empty.title')}
          text={t('empty.text')}
          clause="6.3.1-e"
          action={
            may('CROSSCHECK_IMPORT') && (
              <Button type="primary" onClick={onImport}>
                {t('import')}
              </Button>
            )
          }
        />
      )}
      {data && !nothingYet && (
        <>
          <p style={{ margin: '0 0 12px', color: 'var(--th-text-secondary)' }}>
            {t('summary', { year, compared: data.compared, agreeing: data.agreeing })}
          </p>
          <DataTable
            label={t('tab.differences')}
            fileName={`differences-${year}`}
            rows={data.items}
            columns={columns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setUrl({ difference: id })}
            empty={
              <EmptyState
                icon={<CheckCircleOutlined />}
                title={t('none.title')}
                text={t('none.text')}
                clause="6.3.1-e"
              />
            }
          />
        </>
      )}
      {open && (
        <DifferenceDrawer key={open.id} difference={open} onClose={() => setUrl({ difference: '' })} />
      )}
    </>
  );
}
