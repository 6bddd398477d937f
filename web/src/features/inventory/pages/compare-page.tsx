import { useQuery } from '@tanstack/react-query';
import { Card, Table, Tag, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { compareDecimal } from '@/shared/format/decimal';
import { formatExactQuantity, formatNumber, MISSING, type Quantity } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { type Comparison, comparisonQuery, type Difference } from '../api/compare-inventories';
import { type InventoryHead } from '../api/get-inventory';
import { InventoryStates } from '../components/inventory-states';
import { inventoryTexts } from '../inventory-texts';
import { periodText } from '../model/period-text';
import { signedPercent } from '../model/signed-percent';

/** Two runs side by side: how far apart, in which sources and items, because of which lines and factors. */
export function ComparePage() {
  const { inventoryId = '', otherId = '' } = useParams();
  const { enterpriseId } = useScope();
  const comparison = useQuery(comparisonQuery(enterpriseId, inventoryId, otherId));
  if (comparison.isPending) return <PageSkeleton />;
  if (comparison.error) {
    return <ProblemAlert error={comparison.error} onRetry={() => void comparison.refetch()} />;
  }
  return <SideBySide comparison={comparison.data} />;
}

function SideBySide({ comparison }: { comparison: Comparison }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { a, b, total } = comparison;
  const quantity = (one: Quantity | null) => (one ? formatExactQuantity(one, locale) : MISSING);
  const items = comparison.items.filter(({ difference }) => compareDecimal(difference, '0') !== 0);
  return (
    <>
      <PageHeader
        title={t('compare.title', { a: a.number, b: b.number })}
        purpose={t('compare.purpose', {
          difference: formatExactQuantity({ value: total.difference, unit: total.unit }, locale),
          percent: signedPercent(total.percent),
        })}
      />
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
          <Head head={a} />
          <Head head={b} />
        </div>
        <Typography.Text type="secondary">
          {t(comparison.sameMethod ? 'compare.sameMethod' : 'compare.otherMethod')}{' '}
          {t(comparison.sameInputs ? 'compare.sameInputs' : 'compare.otherInputs')}
        </Typography.Text>
        <Differences
          title={t('compare.sources')}
          rows={[...comparison.bySource, total]}
          comparison={comparison}
        />
        <Differences
          title={t('compare.items', { count: items.length })}
          rows={items}
          comparison={comparison}
        />
        <Card
          size="small"
          hidden={comparison.lines.length === 0}
          title={t('compare.lines', { count: comparison.lines.length })}
          styles={{ body: { padding: 0 } }}
        >
          <Table
            size="small"
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            rowKey={({ lineId, opening }) => `${lineId} ${opening}`}
            dataSource={[...comparison.lines]}
            columns={[
              { title: t('column.parameter'), render: (_, { parameter }) => pick(parameter) },
              { title: t('column.month'), dataIndex: 'month', width: 110 },
              { title: `#${a.number}`, align: 'right', render: (_, line) => quantity(line.a) },
              { title: `#${b.number}`, align: 'right', render: (_, line) => quantity(line.b) },
            ]}
          />
        </Card>
        <Card
          size="small"
          hidden={comparison.factors.length === 0}
          title={t('compare.factors', { count: comparison.factors.length })}
          styles={{ body: { padding: 0 } }}
        >
          <Table
            size="small"
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            rowKey={(factor) =>
              JSON.stringify([factor.source, factor.item, factor.facility, factor.month, factor.symbol])
            }
            dataSource={[...comparison.factors]}
            columns={[
              {
                title: t('column.source'),
                render: (_, { source, item }) =>
                  `${pick(comparison.bySource.find(({ key }) => key === source)?.name) || source} · ${
                    pick(comparison.items.find((one) => one.key === item && one.source === source)?.name) ||
                    item
                  }`,
              },
              { title: t('column.month'), dataIndex: 'month', width: 110 },
              { title: t('column.symbol'), dataIndex: 'symbol', width: 90 },
              { title: `#${a.number}`, align: 'right', render: (_, factor) => quantity(factor.a) },
              { title: `#${b.number}`, align: 'right', render: (_, factor) => quantity(factor.b) },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Head({ head }: { head: InventoryHead }) {
  const t = useText(inventoryTexts);
  const path = useScopePath();
  const { enterpriseId } = useScope();
  return (
    <Card size="small">
      <Link to={path(`inventories/${head.id}`)}>
        <strong>{t('result.title', { period: periodText(head.period), number: head.number })}</strong>
      </Link>{' '}
      <InventoryStates head={head} />
      <div style={{ fontSize: 20, fontWeight: 600, lineHeight: '32px' }}>
        <Figure
          quantity={head.total}
          scaled
          trace={{ enterpriseId, inventoryId: head.id, figureId: head.total.figure ?? 'total' }}
        />
      </div>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {head.method.number} · {head.createdBy.name} · {formatInstant(head.createdAt)}
        {head.reason && ` · ${head.reason}`}
      </Typography.Text>
    </Card>
  );
}

interface DifferencesProps {
  readonly title: string;
  readonly rows: readonly Difference[];
  readonly comparison: Comparison;
}

function Differences({ title, rows, comparison }: DifferencesProps) {
  const t = useText(inventoryTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { a, b } = comparison;
  const unit = formatUnit(comparison.total.unit, locale);
  const amount = (run: InventoryHead, value: string, row: Difference) => (
    <Figure
      quantity={{ value, unit: row.unit }}
      unit={row.unit === comparison.total.unit ? 'hidden' : 'shown'}
      trace={row.figure === null ? null : { enterpriseId, inventoryId: run.id, figureId: row.figure }}
    />
  );
  const number = (value: string, row: Difference) => (
    <span className="th-number">
      {formatNumber(value, 9)}
      {row.unit !== comparison.total.unit && ` ${formatUnit(row.unit, locale)}`}
    </span>
  );
  return (
    <Card size="small" title={title} hidden={rows.length === 0} styles={{ body: { padding: 0 } }}>
      <Table<Difference>
        size="small"
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey={({ source, key, facility }) => JSON.stringify([source, key, facility])}
        dataSource={[...rows]}
        columns={[
          {
            title: t('column.source'),
            render: (_, { key, name, facility, sign }) => {
              const text = [pick(name), facility].filter(Boolean).join(' · ');
              return (
                <>
                  {key === 'total' ? <strong>{text}</strong> : text}{' '}
                  {sign === 'MINUS' && <Tag>{t('sign.MINUS')}</Tag>}
                  {sign === 'NONE' && <Tag>{t('sign.NONE')}</Tag>}
                </>
              );
            },
          },
          { title: `#${a.number} (${unit})`, align: 'right', render: (_, row) => amount(a, row.a, row) },
          { title: `#${b.number} (${unit})`, align: 'right', render: (_, row) => amount(b, row.b, row) },
          {
            title: `${t('compare.difference')} (${unit})`,
            align: 'right',
            render: (_, row) => number(row.difference, row),
          },
          { title: '%', align: 'right', width: 110, render: (_, { percent }) => signedPercent(percent) },
        ]}
      />
    </Card>
  );
}
