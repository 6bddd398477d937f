import { useCallback, useMemo } from 'react';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatExact, formatNumber, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { type ColorMode, seriesColor, STATE } from '@/shared/ui/theme/palette';
import { type InventoryEffects } from '../api/effects';
import { yearOnYearTexts } from '../year-on-year-texts';

const PARTS = ['activity', 'factor', 'boundary', 'notSplit'] as const;
const HEADROOM = 0.35;
/** Below this a rest comes from rounding to six decimals alone and could not be seen. */
const UNSEEN = 0.001;

export interface Years {
  readonly before: number;
  readonly after: number;
}

const size = (value: string) => value.replace(/^-/, '');

/** From one year's total to the other's, step by step. */
export function Waterfall({ effects, years }: { effects: InventoryEffects; years: Years }) {
  const t = useText(yearOnYearTexts);
  const { locale } = useLocale();
  const { total, unit } = effects;
  const shown = useCallback(
    (value: string) => formatQuantity(scaleForReading({ value, unit }, locale), locale),
    [unit, locale],
  );
  const steps = useMemo(() => {
    const parts = PARTS.map((key) => ({ key, name: t(key), value: total[key] })).filter(
      ({ value }) => chartNumber(value) !== 0,
    );
    return Math.abs(chartNumber(effects.rest)) < UNSEEN
      ? parts
      : [...parts, { key: 'rest' as const, name: t('rest'), value: effects.rest }];
  }, [effects.rest, total, t]);
  const up = compareDecimal(effects.after, effects.before) > 0;
  const same = compareDecimal(effects.after, effects.before) === 0;
  const cause = PARTS.filter((key) => total[key].startsWith('-') !== up).sort((a, b) =>
    compareDecimal(size(total[b]), size(total[a])),
  )[0];
  const values = { after: years.after, before: years.before, value: shown(size(total.sum)) };
  const title =
    same || cause === undefined
      ? t('title.same', values)
      : t(up ? 'title.up' : 'title.down', { ...values, cause: t(`cause.${cause}`) });

  const option = useCallback(
    (mode: ColorMode) => {
      const bars = geometry(chartNumber(effects.before), chartNumber(effects.after), steps);
      const names = [
        t('emission.before', { year: years.before }),
        ...steps.map(({ name }) => name),
        t('emission.after', { year: years.after }),
      ];
      const texts = [effects.before, ...steps.map(({ value }) => value), effects.after];
      const color = (index: number) => {
        if (index === 0 || index === names.length - 1) return seriesColor(0, mode);
        return texts[index]?.startsWith('-') ? STATE.good[mode] : STATE.bad[mode];
      };
      return {
        grid: { left: 90, right: 12, top: 28, bottom: 30 },
        xAxis: { type: 'category' as const, data: names },
        yAxis: {
          type: 'value' as const,
          min: bars.floor,
          axisLabel: { formatter: (value: number) => shown(String(value)) },
        },
        tooltip: {
          trigger: 'axis' as const,
          axisPointer: { type: 'shadow' as const },
          formatter: (points: { dataIndex: number }[]) => {
            const at = points[0]?.dataIndex ?? 0;
            return `${names[at] ?? ''}<br>${formatExact(texts[at])} ${formatUnit(unit, locale)}`;
          },
        },
        series: [
          {
            type: 'bar' as const,
            stack: 'total',
            silent: true,
            itemStyle: { color: 'transparent' },
            data: bars.bars.map(({ from }) => from),
          },
          {
            type: 'bar' as const,
            stack: 'total',
            barMaxWidth: 64,
            data: bars.bars.map(({ height }, index) => ({
              value: height,
              itemStyle: { color: color(index) },
              label: {
                show: true,
                position: 'top' as const,
                formatter: shown(texts[index] ?? '0'),
              },
            })),
          },
        ],
      };
    },
    [effects, steps, t, years, shown, unit, locale],
  );
  const table = [
    [t('emission.before', { year: years.before }), effects.before],
    ...steps.map(({ name, value }) => [name, value]),
    [t('emission.after', { year: years.after }), effects.after],
  ];
  return (
    <Chart
      title={title}
      option={option}
      height={320}
      fileName={`year-on-year-${years.before}-${years.after}`}
      table={{
        columns: [t('change'), formatUnit(unit, locale)],
        rows: table.map(([name = '', value = '']) => [name, formatNumber(value)]),
        exactRows: table.map(([name = '', value = '']) => [name, value]),
      }}
    />
  );
}

/** Where each bar starts and how high it is; the axis starts below the lowest step, so that steps can be seen. */
function geometry(before: number, after: number, steps: readonly { readonly value: string }[]) {
  const levels = [before];
  for (const { value } of steps) levels.push((levels.at(-1) ?? before) + chartNumber(value));
  const lowest = Math.min(...levels, after);
  const highest = Math.max(...levels, after);
  const floor = Math.max(0, lowest - (highest - lowest) * HEADROOM);
  const bars = [
    { from: floor, height: before - floor },
    ...steps.map((_, index) => {
      const a = levels[index] ?? before;
      const b = levels[index + 1] ?? before;
      return { from: Math.min(a, b), height: Math.abs(b - a) };
    }),
    { from: floor, height: after - floor },
  ];
  return { floor, bars };
}
