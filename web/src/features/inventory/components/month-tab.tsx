import { Card, Table, type TableColumnType } from 'antd';
import { useCallback, useMemo } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatNumber, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { Figure } from '@/shared/ui/figure';
import { type ColorMode, sourceColor } from '@/shared/ui/theme/palette';
import { useTrace } from '@/shared/ui/trace-context';
import { type Inventory, type RunFigure } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';

/** Months stacked by source, and the same as a table whose every cell opens its trace. */
export function MonthTab({ inventory }: { inventory: Inventory }) {
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card>
        <MonthChart inventory={inventory} />
      </Card>
      <Card styles={{ body: { padding: 0 } }}>
        <MonthTable inventory={inventory} />
      </Card>
    </div>
  );
}

function counted(inventory: Inventory) {
  return inventory.bySource.filter(({ sign }) => sign !== 'NONE');
}

function MonthChart({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { openTrace } = useTrace();
  const { enterpriseId } = useScope();
  const { byMonth } = inventory;
  const sources = useMemo(() => counted(inventory), [inventory]);
  const unit = inventory.total.unit;
  const shown = useCallback(
    (value: string) => formatQuantity(scaleForReading({ value, unit }, locale), locale),
    [unit, locale],
  );
  const option = useCallback(
    (mode: ColorMode) => ({
      grid: { left: 64, right: 12, top: 34, bottom: 26 },
      legend: { top: 0, left: 0, type: 'scroll' as const },
      tooltip: {
        trigger: 'axis' as const,
        axisPointer: { type: 'shadow' as const },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? shown(String(value)) : '—'),
      },
      xAxis: { type: 'category' as const, data: byMonth.map(({ month }) => formatMonth(month, locale)) },
      yAxis: {
        type: 'value' as const,
        name: formatUnit(unit, locale),
        axisLabel: { formatter: (value: number) => shown(String(value)).split(' ')[0] ?? '' },
      },
      series: sources.map((source) => ({
        name: pick(source.name),
        type: 'bar' as const,
        stack: 'all',
        itemStyle: { color: sourceColor(source.key, mode, source.category) },
        data: byMonth.map(({ sources: parts }) => {
          const part = parts.find(({ key }) => key === source.key);
          if (!part) return null;
          return chartNumber(part.value) * (source.sign === 'MINUS' ? -1 : 1);
        }),
      })),
    }),
    [byMonth, sources, pick, locale, unit, shown],
  );
  const highest = [...byMonth].sort((a, b) => compareDecimal(b.value, a.value))[0];
  const cells = (format: (value: string) => string) =>
    byMonth.map((month) => [
      formatMonth(month.month, locale),
      ...sources.map(({ key }) => {
        const part = month.sources.find((one) => one.key === key);
        return part ? format(part.value) : null;
      }),
      format(month.value),
    ]);
  return (
    <Chart
      title={
        highest
          ? t('months.title', { month: formatMonth(highest.month, locale), value: shown(highest.value) })
          : t('tab.months')
      }
      option={option}
      height={300}
      fileName={`months-${inventory.number}`}
      table={{
        columns: [t('column.month'), ...sources.map(({ name }) => pick(name)), t('total')],
        rows: cells((value) => formatNumber(value)),
        exactRows: cells((value) => value),
      }}
      onSelect={({ name }) => {
        const month = byMonth.find((one) => formatMonth(one.month, locale) === name);
        if (month?.figure) openTrace({ enterpriseId, inventoryId: inventory.id, figureId: month.figure });
      }}
    />
  );
}

interface MatrixRow {
  readonly key: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, RunFigure>;
  readonly total: RunFigure;
}

function MonthTable({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { enterpriseId } = useScope();
  const figure = (one: RunFigure | undefined) => (
    <Figure
      quantity={one}
      unit="hidden"
      trace={one?.figure ? { enterpriseId, inventoryId: inventory.id, figureId: one.figure } : null}
    />
  );
  const rows: MatrixRow[] = [
    ...inventory.bySource.map((source) => ({
      key: source.key,
      name: source.sign === 'MINUS' ? `− ${pick(source.name)}` : pick(source.name),
      cells: new Map(
        inventory.byMonth.flatMap(({ month, sources }) => {
          const part = sources.find(({ key }) => key === source.key);
          return part ? [[month, part] as const] : [];
        }),
      ),
      total: source,
    })),
    {
      key: 'total',
      name: t('total'),
      cells: new Map(inventory.byMonth.map((month) => [month.month, month] as const)),
      total: { ...inventory.total, figure: inventory.total.figure ?? 'total' },
    },
  ];
  const columns: TableColumnType<MatrixRow>[] = [
    {
      title: `${t('column.source')} (${formatUnit(inventory.total.unit, locale)})`,
      dataIndex: 'name',
      fixed: 'left',
      width: 220,
      render: (_, { key, name }) => (key === 'total' ? <strong>{name}</strong> : name),
    },
    ...inventory.byMonth.map(({ month }) => ({
      title: formatMonth(month, locale),
      key: month,
      align: 'right' as const,
      width: 96,
      render: (_: unknown, { cells }: MatrixRow) => figure(cells.get(month)),
    })),
    { title: t('year'), fixed: 'right', align: 'right', width: 120, render: (_, { total }) => figure(total) },
  ];
  return (
    <Table<MatrixRow>
      size="small"
      pagination={false}
      dataSource={rows}
      columns={columns}
      scroll={{ x: 'max-content' }}
    />
  );
}
