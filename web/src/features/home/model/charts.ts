import { type EChartsCoreOption } from 'echarts/core';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatPlaces, scaleForReading } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { type Locale } from '@/shared/i18n/locale';
import { type Bilingual, pick } from '@/shared/i18n/use-locale';
import { axisLabel, escapeHtml, tooltipLine, tooltipValue, wrapLabel } from '@/shared/ui/chart/axis';
import { type ChartTable } from '@/shared/ui/chart/chart';
import { type ColorMode, seriesColor, sourceColor, STATE } from '@/shared/ui/theme/palette';
import {
  type Overview,
  type OverviewProcess,
  type OverviewRun,
  type OverviewSource,
} from '../api/get-overview';

/** A share in percent, as titles say it. */
export function shareText(share: string | null): string {
  return share === null ? '—' : `${formatPlaces(share, 1)} %`;
}

/** Sources that enter the total and are not zero, as the method orders them. */
export function sourcesShown(run: OverviewRun): readonly OverviewSource[] {
  return run.bySource.filter(({ sign, value }) => sign !== 'NONE' && compareDecimal(value, '0') !== 0);
}

export function largest<T extends { readonly value: string }>(parts: readonly T[]): T | undefined {
  return [...parts].sort((a, b) => compareDecimal(b.value, a.value))[0];
}

function signed(value: string, sign: OverviewSource['sign']): string {
  if (sign !== 'MINUS') return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

function columnTitle(name: string, unit: string, locale: Locale): string {
  return `${name} (${formatUnit(unit, locale)})`;
}

interface Words {
  readonly month: string;
  readonly total: string;
  readonly name: string;
  readonly emission: string;
  readonly share: string;
  readonly change: string;
}

interface AxisTooltip {
  readonly dataIndex: number;
  readonly seriesName: string;
  readonly color: string;
}

/** Columns by month, stacked by source; what is subtracted hangs below zero. */
export function monthOption(run: OverviewRun, locale: Locale): (mode: ColorMode) => EChartsCoreOption {
  const sources = sourcesShown(run);
  const valueOf = (source: OverviewSource, at: number) => {
    const part = run.byMonth[at]?.sources.find(({ key }) => key === source.key);
    return part ? signed(part.value, source.sign) : null;
  };
  return (mode) => ({
    grid: { left: 4, right: 8, top: 12, bottom: 56, containLabel: true },
    legend: { bottom: 0, type: 'scroll' },
    xAxis: { type: 'category', data: run.byMonth.map(({ month }) => formatMonth(month, locale)) },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => axisLabel(value, locale) } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items: readonly AxisTooltip[]) => {
        const at = items[0]?.dataIndex ?? 0;
        const month = run.byMonth[at];
        if (!month) return '';
        const lines = items.map(({ seriesName, color }) => {
          const source = sources.find(({ name }) => pick(name, locale) === seriesName);
          const value = source ? valueOf(source, at) : null;
          return value === null
            ? ''
            : tooltipLine(color, seriesName, tooltipValue(value, month.unit, locale));
        });
        return `<b>${escapeHtml(formatMonth(month.month, locale))}</b> ${escapeHtml(tooltipValue(month.value, month.unit, locale))}${lines.join('')}`;
      },
    },
    series: sources.map((source) => ({
      name: pick(source.name, locale),
      type: 'bar',
      stack: 'total',
      barMaxWidth: 36,
      emphasis: { focus: 'series' },
      itemStyle: { color: sourceColor(source.key, mode, source.category) },
      data: run.byMonth.map((_, at) => {
        const value = valueOf(source, at);
        return value === null ? null : chartNumber(value);
      }),
    })),
  });
}

export function monthTable(run: OverviewRun, locale: Locale, words: Words): ChartTable {
  const sources = sourcesShown(run);
  const rows = (write: (value: string) => string) =>
    run.byMonth.map((month) => [
      month.month,
      write(month.value),
      ...sources.map((source) => {
        const part = month.sources.find(({ key }) => key === source.key);
        return part ? write(signed(part.value, source.sign)) : null;
      }),
    ]);
  return {
    columns: [
      words.month,
      columnTitle(words.total, run.total.unit, locale),
      ...sources.map(({ name, unit }) => columnTitle(pick(name, locale), unit, locale)),
    ],
    rows: rows((value) => formatPlaces(value, 0)),
    exactRows: rows((value) => value),
  };
}

interface Ranked {
  readonly name: Bilingual;
  readonly value: string;
  readonly unit: string;
  readonly share: string | null;
}

/** Horizontal bars, largest on top, with the share at the end of each. */
function rankingOption<T extends Ranked>(
  parts: readonly T[],
  locale: Locale,
  color: (part: T, index: number, mode: ColorMode) => string,
): (mode: ColorMode) => EChartsCoreOption {
  const ranked = [...parts].sort((a, b) => compareDecimal(b.value, a.value));
  return (mode) => ({
    grid: { left: 4, right: 64, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: ranked.map(({ name }) => pick(name, locale)),
      axisLine: { show: false },
      axisLabel: { width: 168, overflow: 'truncate' },
    },
    tooltip: {
      trigger: 'item',
      formatter: ({ dataIndex }: AxisTooltip) => {
        const part = ranked[dataIndex];
        if (!part) return '';
        return `${escapeHtml(pick(part.name, locale))}<br/><b>${escapeHtml(tooltipValue(part.value, part.unit, locale))}</b> ${shareText(part.share)}`;
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }: AxisTooltip) => shareText(ranked[dataIndex]?.share ?? null),
          color: mode === 'dark' ? '#a3b0b0' : '#566161',
        },
        data: ranked.map((part, index) => ({
          value: chartNumber(part.value),
          itemStyle: { color: color(part, index, mode), borderRadius: 2 },
        })),
      },
    ],
  });
}

export function rankingTable(parts: readonly Ranked[], locale: Locale, words: Words): ChartTable {
  const ranked = [...parts].sort((a, b) => compareDecimal(b.value, a.value));
  const unit = ranked[0]?.unit ?? 't';
  return {
    columns: [words.name, columnTitle(words.emission, unit, locale), words.share],
    rows: ranked.map(({ name, value, share }) => [
      pick(name, locale),
      formatPlaces(value, 0),
      shareText(share),
    ]),
    exactRows: ranked.map(({ name, value, share }) => [pick(name, locale), value, share]),
  };
}

export function processOption(processes: readonly OverviewProcess[], locale: Locale) {
  return rankingOption(processes, locale, ({ unitId }, _, mode) =>
    unitId === null ? STATE.neutral[mode] : seriesColor(0, mode),
  );
}

/** Sources with the sign they have in the total. */
export function signedSources(run: OverviewRun): readonly OverviewSource[] {
  return sourcesShown(run).map((source) => ({ ...source, value: signed(source.value, source.sign) }));
}

export function sourceOption(run: OverviewRun, locale: Locale) {
  return rankingOption(signedSources(run), locale, ({ key, category }, _, mode) =>
    sourceColor(key, mode, category),
  );
}

/** From last year's total over the change of each source to this year's total. */
export function waterfallOption(
  overview: Overview,
  labels: { readonly before: string; readonly after: string },
  locale: Locale,
): (mode: ColorMode) => EChartsCoreOption {
  const { run, previous, change } = overview;
  if (!run || !previous || !change) return () => ({});
  const changes = change.bySource.filter(({ value }) => compareDecimal(value, '0') !== 0);
  const steps = waterfallSteps(
    chartNumber(previous.total.value),
    changes.map(({ value }) => chartNumber(value)),
  );
  const low = Math.min(...steps.map(({ from, to }) => Math.min(from, to)), chartNumber(previous.total.value));
  const high = Math.max(...steps.map(({ from, to }) => Math.max(from, to)), chartNumber(run.total.value));
  const floor = Math.max(0, low - (high - low) * 0.6);
  const unit = run.total.unit;
  const names = [labels.before, ...changes.map(({ name }) => pick(name, locale)), labels.after];
  const values = [previous.total.value, ...changes.map(({ value }) => value), run.total.value];
  return (mode) => {
    const ends = (value: string) => ({ low: floor, high: chartNumber(value), color: STATE.neutral[mode] });
    const bars = [
      ends(previous.total.value),
      ...steps.map(({ from, to }) => ({
        low: Math.min(from, to),
        high: Math.max(from, to),
        color: to > from ? STATE.due[mode] : STATE.good[mode],
      })),
      ends(run.total.value),
    ];
    return {
      grid: { left: 4, right: 12, top: 24, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: names,
        axisLabel: { interval: 0, formatter: (name: string) => wrapLabel(name), lineHeight: 15 },
      },
      yAxis: {
        type: 'value',
        min: floor,
        axisLabel: { formatter: (value: number) => axisLabel(value, locale), showMinLabel: false },
      },
      tooltip: {
        trigger: 'item',
        formatter: ({ dataIndex }: AxisTooltip) =>
          `${escapeHtml(names[dataIndex] ?? '')}<br/><b>${escapeHtml(tooltipValue(values[dataIndex] ?? '0', unit, locale))}</b>`,
      },
      series: [
        {
          type: 'bar',
          stack: 'w',
          silent: true,
          itemStyle: { color: 'transparent' },
          data: bars.map((bar) => bar.low),
        },
        {
          type: 'bar',
          stack: 'w',
          barMaxWidth: 40,
          label: {
            show: true,
            position: 'top',
            color: mode === 'dark' ? '#a3b0b0' : '#566161',
            fontSize: 11,
            formatter: ({ dataIndex }: AxisTooltip) =>
              stepLabel(values[dataIndex] ?? '0', dataIndex, names.length, unit, locale),
          },
          data: bars.map((bar) => ({
            value: bar.high - bar.low,
            itemStyle: { color: bar.color, borderRadius: 2 },
          })),
        },
      ],
    };
  };
}

function stepLabel(value: string, at: number, count: number, unit: string, locale: Locale): string {
  const { value: scaled } = scaleForReading({ value, unit }, locale);
  const text = axisLabel(chartNumber(value), locale);
  if (at === 0 || at === count - 1) return text;
  return scaled.startsWith('-') ? text : `+${text}`;
}

/** Where each step begins and ends; geometry only. */
export function waterfallSteps(
  start: number,
  changes: readonly number[],
): readonly { from: number; to: number }[] {
  let level = start;
  return changes.map((change) => {
    const from = level;
    level += change;
    return { from, to: level };
  });
}

export function waterfallTable(
  overview: Overview,
  labels: { before: string; after: string },
  locale: Locale,
  words: Words,
): ChartTable {
  const { run, previous, change } = overview;
  if (!run || !previous || !change) return { columns: [], rows: [] };
  const lines = [
    [labels.before, previous.total.value],
    ...change.bySource.map(({ name, value }) => [pick(name, locale), value]),
    [labels.after, run.total.value],
  ];
  return {
    columns: [words.name, columnTitle(words.change, run.total.unit, locale)],
    rows: lines.map(([name = '', value = '0']) => [name, formatPlaces(value, 0)]),
    exactRows: lines,
  };
}
