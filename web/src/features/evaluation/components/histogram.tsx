import { useCallback, useMemo } from 'react';
import { chartNumber } from '@/shared/format/decimal';
import { formatExact, formatNumber, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { type ColorMode, seriesColor } from '@/shared/ui/theme/palette';
import { type Run } from '@/shared/api/runs';
import { type EstimateResult } from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';

const DIGITS = 6;

/** How often the trials gave which result. */
export function Histogram({ result, run }: { result: EstimateResult; run: Run }) {
  const t = useText(evaluationTexts);
  const { locale } = useLocale();
  const { unit, simulated } = result;
  const { histogram, low, high } = simulated;
  const shown = useCallback(
    (value: number) => formatQuantity(scaleForReading({ value: String(value), unit }, locale), locale),
    [unit, locale],
  );
  const bins = useMemo(() => {
    const lower = chartNumber(histogram.lower);
    const width = chartNumber(histogram.width);
    const all = histogram.counts.reduce((sum, count) => sum + count, 0);
    return histogram.counts.map((count, index) => ({
      from: lower + index * width,
      to: lower + (index + 1) * width,
      count,
      share: all === 0 ? 0 : (count / all) * 100,
    }));
  }, [histogram]);
  const option = useCallback(
    (mode: ColorMode) => ({
      grid: { left: 48, right: 12, top: 12, bottom: 28 },
      xAxis: {
        type: 'category' as const,
        data: bins.map(({ from, to }) => shown((from + to) / 2)),
        axisTick: { show: false },
        axisLabel: { interval: Math.floor(bins.length / 5) },
      },
      yAxis: {
        type: 'value' as const,
        axisLabel: { formatter: (value: number) => formatNumber(String(value), 3) },
      },
      tooltip: {
        trigger: 'axis' as const,
        axisPointer: { type: 'shadow' as const },
        formatter: (points: { dataIndex: number }[]) => {
          const bin = bins[points[0]?.dataIndex ?? 0];
          return bin
            ? `${shown(bin.from)} – ${shown(bin.to)}<br>${formatExact(String(bin.count))} (${formatNumber(String(bin.share), 3)} %)`
            : '';
        },
      },
      series: [
        {
          type: 'bar' as const,
          barCategoryGap: '8%',
          data: bins.map(({ from, to, count }) => {
            const middle = (from + to) / 2;
            const inside = middle >= chartNumber(low) && middle <= chartNumber(high);
            return {
              value: count,
              itemStyle: { color: seriesColor(0, mode), opacity: inside ? 1 : 0.35 },
            };
          }),
        },
      ],
    }),
    [bins, low, high, shown],
  );
  return (
    <Chart
      title={t('u.histogram.title', { low: shown(chartNumber(low)), high: shown(chartNumber(high)) })}
      subtitle={t('u.histogram.subtitle')}
      option={option}
      height={300}
      fileName={`uncertainty-${run.number}`}
      table={{
        columns: [
          `${t('u.histogram.from')} (${formatUnit(unit, locale)})`,
          `${t('u.histogram.to')} (${formatUnit(unit, locale)})`,
          t('u.histogram.count'),
          t('u.histogram.share'),
        ],
        rows: bins.map(({ from, to, count, share }) => [
          formatNumber(String(from), DIGITS),
          formatNumber(String(to), DIGITS),
          formatExact(String(count)),
          formatNumber(String(share), 3),
        ]),
      }}
    />
  );
}
