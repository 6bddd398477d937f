import { Card, Flex, Table, Typography } from 'antd';
import { formatExact } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type TrialDifference, type TrialResult } from '../api/trial';
import { factorTexts } from '../factor-texts';

/** Figure by figure: as stored, as tried, the difference. */
export function TrialResultView({ result }: { readonly result: TrialResult }) {
  const t = useText(factorTexts);
  const { locale } = useLocale();
  const { total } = result;
  const changed = (rows: readonly TrialDifference[]) => rows.filter(({ a, b }) => a !== b);
  return (
    <Flex vertical gap={16}>
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {total.a === total.b
          ? t('change.same')
          : t('change.result', {
              a: formatExact(total.a),
              b: formatExact(total.b),
              difference: formatExact(total.difference),
              unit: formatUnit(total.unit, locale),
            })}
      </Typography.Title>
      <Differences title={t('change.bySource')} rows={result.bySource} />
      <Differences title={t('change.byItem')} rows={changed(result.items)} />
      <Factors result={result} />
    </Flex>
  );
}

function Differences({ title, rows }: { readonly title: string; readonly rows: readonly TrialDifference[] }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const number = (key: 'a' | 'b' | 'difference') => ({
    key,
    title: t(`change.${key}`),
    align: 'right' as const,
    render: (_: unknown, row: TrialDifference) => <span className="th-number">{formatExact(row[key])}</span>,
  });
  return (
    <Card size="small" title={title}>
      <Table<TrialDifference>
        size="small"
        dataSource={rows}
        rowKey={({ source, key, facility }) => `${source} ${key} ${facility}`}
        pagination={false}
        columns={[
          {
            key: 'name',
            title: t('change.name'),
            render: (_, row) => [pick(row.name), row.facility].filter(Boolean).join(' · '),
          },
          { key: 'unit', title: t('column.unit'), render: (_, { unit }) => formatUnit(unit, locale) },
          number('a'),
          number('b'),
          number('difference'),
          {
            key: 'percent',
            title: t('change.percent'),
            align: 'right',
            render: (_, { percent }) => (percent ? `${percent} %` : '—'),
          },
        ]}
      />
    </Card>
  );
}

function Factors({ result }: { readonly result: TrialResult }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const { locale } = useLocale();
  type Change = TrialResult['factors'][number];
  const text = (value: Change['a']) =>
    value ? `${value.value} ${formatUnit(value.unit, locale)} (${pick(value.origin)})` : '—';
  return (
    <Card size="small" title={t('change.factors')}>
      <Table<Change>
        size="small"
        dataSource={result.factors}
        rowKey={({ source, item, facility, month, symbol }) =>
          [source, item, facility, month, symbol].join(' ')
        }
        pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { key: 'item', title: t('change.name'), render: (_, { item, symbol }) => `${item} ${symbol}` },
          { key: 'month', title: t('change.month'), render: (_, { month }) => month },
          { key: 'a', title: t('change.a'), render: (_, { a }) => text(a) },
          { key: 'b', title: t('change.b'), render: (_, { b }) => text(b) },
        ]}
      />
    </Card>
  );
}
