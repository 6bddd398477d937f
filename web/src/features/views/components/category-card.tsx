import { Card, Table } from 'antd';
import { useCallback } from 'react';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatNumber, MISSING } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { type ColorMode, seriesColor } from '@/shared/ui/theme/palette';
import { viewsTexts } from '../views-texts';
import { AmountFigure } from './amount-figure';
import { type ViewPlace } from './view-place';

interface Row {
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly strong: boolean;
  readonly value: string;
  readonly percent: string | null;
  readonly figure: string | null;
  readonly remark: string | null;
  readonly children?: readonly Row[];
}

/** The categories with their parts and sources, as bars and as a table that opens. */
export function CategoryCard({ shown, inventoryId }: ViewPlace) {
  const t = useText(viewsTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { categories, unit } = shown;
  const unitText = formatUnit(unit, locale);
  const name = useCallback(
    (category: (typeof categories)[number]) =>
      /^\d+$/.test(category.id) ? `${category.id} ${pick(category.name)}` : pick(category.name),
    [pick],
  );
  const option = useCallback(
    (mode: ColorMode) => ({
      grid: { left: 8, right: 88, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value' as const, show: false },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: categories.map(name),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { width: 240, overflow: 'truncate' as const },
      },
      series: [
        {
          type: 'bar' as const,
          barMaxWidth: 18,
          data: categories.map((one, index) => ({
            value: chartNumber(one.value),
            itemStyle: { color: seriesColor(index, mode), borderRadius: 2 },
          })),
          label: {
            show: true,
            position: 'right' as const,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const percent = categories[dataIndex]?.percent;
              return percent == null ? MISSING : `${formatNumber(percent, 3)} %`;
            },
          },
        },
      ],
    }),
    [categories, name],
  );
  const largest = [...categories].sort((a, b) => compareDecimal(b.value, a.value))[0];
  const rows = categories.map((category): Row => ({
    key: category.id,
    number: /^\d+$/.test(category.id) ? category.id : '',
    name: pick(category.name),
    strong: true,
    value: category.value,
    percent: category.percent,
    figure: null,
    remark: null,
    children: category.parts
      .filter(({ lines }) => lines.length > 0)
      .map((part) => ({
        key: `${category.id} ${part.id}`,
        number: /^[\d.]+$/.test(part.id) ? part.id : '',
        name: pick(part.name),
        strong: false,
        value: part.value,
        percent: null,
        figure: null,
        remark: null,
        children: part.lines.map((line, index) => ({
          key: `${category.id} ${part.id} ${index}`,
          number: '',
          name: `${pick(line.name)} (${line.gas})`,
          strong: false,
          value: line.value,
          percent: null,
          figure: line.figure,
          remark: line.remark && pick(line.remark),
        })),
      })),
  }));
  return (
    <>
      <Card>
        <Chart
          title={
            largest?.percent == null
              ? t('categories.plain')
              : t('categories.title', { category: name(largest), percent: formatNumber(largest.percent, 3) })
          }
          subtitle={t('categories.subtitle', {
            total: `${formatNumber(shown.total)} ${unitText}`,
          })}
          option={option}
          height={Math.max(120, categories.length * 36)}
          fileName={`view-${shown.view}`}
          table={{
            columns: [t('category'), unitText, '%'],
            rows: categories.map((one) => [name(one), formatNumber(one.value), one.percent]),
            exactRows: categories.map((one) => [name(one), one.value, one.percent]),
          }}
        />
      </Card>
      <Card styles={{ body: { padding: 0 } }}>
        <Table<Row>
          size="small"
          pagination={false}
          dataSource={rows}
          expandable={{ defaultExpandAllRows: true, rowExpandable: (row) => (row.children?.length ?? 0) > 0 }}
          columns={[
            {
              title: t('category'),
              render: (_, row) => {
                const text = row.number ? `${row.number} ${row.name}` : row.name;
                return (
                  <>
                    {row.strong ? <strong>{text}</strong> : text}
                    {row.remark && (
                      <span style={{ color: 'var(--th-text-secondary)', marginInlineStart: 8 }}>
                        {row.remark}
                      </span>
                    )}
                  </>
                );
              },
            },
            {
              title: `${t('emission')} (${unitText})`,
              align: 'right',
              width: 200,
              render: (_, row) => (
                <AmountFigure value={row.value} unit={unit} inventoryId={inventoryId} figure={row.figure} />
              ),
            },
            {
              title: t('share'),
              align: 'right',
              width: 120,
              render: (_, { percent }) => (percent === null ? '' : `${formatNumber(percent, 3)} %`),
            },
          ]}
          summary={() => (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>
                <strong>{t('total')}</strong>
              </Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">
                <strong>
                  <AmountFigure value={shown.total} unit={unit} inventoryId={inventoryId} />
                </strong>
              </Table.Summary.Cell>
              <Table.Summary.Cell index={2} />
            </Table.Summary.Row>
          )}
        />
      </Card>
    </>
  );
}
