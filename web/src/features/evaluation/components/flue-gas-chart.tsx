import { useCallback } from 'react';
import { chartNumber } from '@/shared/format/decimal';
import { formatExact, formatPlaces } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { axisLabel, tooltipLine, tooltipValue } from '@/shared/ui/chart/axis';
import { Chart } from '@/shared/ui/chart/chart';
import { type ColorMode, seriesColor } from '@/shared/ui/theme/palette';
import { type FlueGasMonth } from '../api/flue-gas';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';

const UNIT = 'tCO2';
const CALCULATED = 0;
const MEASURED = 2;

/** Measured and calculated CO2 side by side by month. */
export function FlueGasChart({ run, months }: { run: Run; months: readonly FlueGasMonth[] }) {
  const t = useText(evaluationTexts);
  const { locale } = useLocale();
  const compared = months.filter(({ measured }) => measured !== null);
  const outside = compared.filter(({ within }) => !within).length;
  const option = useCallback(
    (mode: ColorMode) => ({
      grid: { left: 70, right: 12, top: 32, bottom: 28 },
      legend: { top: 0, data: [t('f.calculated'), t('f.measured')] },
      xAxis: { type: 'category' as const, data: months.map(({ month }) => month) },
      yAxis: {
        type: 'value' as const,
        axisLabel: { formatter: (value: number) => axisLabel(value, locale) },
      },
      tooltip: {
        trigger: 'axis' as const,
        axisPointer: { type: 'shadow' as const },
        formatter: (points: { dataIndex: number }[]) => {
          const one = months[points[0]?.dataIndex ?? 0];
          if (!one) return '';
          const line = (series: number, name: string, value: string | null) =>
            tooltipLine(
              seriesColor(series, mode),
              name,
              value === null ? '—' : tooltipValue(value, UNIT, locale),
            );
          return (
            one.month +
            line(CALCULATED, t('f.calculated'), one.calculated) +
            line(MEASURED, t('f.measured'), one.measured)
          );
        },
      },
      series: [
        {
          type: 'bar' as const,
          name: t('f.calculated'),
          itemStyle: { color: seriesColor(CALCULATED, mode) },
          data: months.map(({ calculated }) => chartNumber(calculated)),
        },
        {
          type: 'bar' as const,
          name: t('f.measured'),
          itemStyle: { color: seriesColor(MEASURED, mode) },
          data: months.map(({ measured }) => (measured === null ? null : chartNumber(measured))),
        },
      ],
    }),
    [months, t, locale],
  );
  const unit = formatUnit(UNIT, locale);
  return (
    <Chart
      title={t(outside === 0 ? 'f.title.within' : 'f.title', { count: compared.length, outside })}
      option={option}
      height={280}
      fileName={`flue-gas-${run.number}`}
      table={{
        columns: [
          t('f.month'),
          `${t('f.calculated')} (${unit})`,
          `${t('f.measured')} (${unit})`,
          `${t('f.percent')} (%)`,
        ],
        rows: months.map((one) => [
          one.month,
          formatExact(one.calculated),
          one.measured === null ? null : formatExact(one.measured),
          one.differencePercent === null ? null : formatPlaces(one.differencePercent, 2),
        ]),
        exactRows: months.map((one) => [one.month, one.calculated, one.measured, one.differencePercent]),
      }}
    />
  );
}
