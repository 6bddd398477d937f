import { useCallback, useMemo } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { compareDecimal } from '@/shared/format/decimal';
import { formatPlaces, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { type ColorMode } from '@/shared/ui/theme/palette';
import { useTrace } from '@/shared/ui/trace-context';
import { type Overview, type OverviewRun } from '../api/get-overview';
import { homeTexts } from '../home-texts';
import {
  largest,
  monthOption,
  monthTable,
  processOption,
  rankingTable,
  shareText,
  signedSources,
  sourceOption,
  waterfallOption,
  waterfallTable,
} from '../model/charts';

function useWords() {
  const t = useText(homeTexts);
  return useMemo(
    () => ({
      month: t('word.month'),
      total: t('word.total'),
      name: t('word.name'),
      emission: t('word.emission'),
      share: t('word.share'),
      change: t('word.change'),
    }),
    [t],
  );
}

export function MonthChart({ run }: { run: OverviewRun }) {
  const t = useText(homeTexts);
  const { locale } = useLocale();
  const { enterpriseId, year } = useScope();
  const { openTrace } = useTrace();
  const words = useWords();
  const option = useMemo(() => monthOption(run, locale), [run, locale]);
  const top = largest(run.byMonth);
  return (
    <Chart
      title={
        top
          ? t('chart.month', {
              month: formatMonth(top.month, locale),
              value: formatQuantity(scaleForReading(top, locale), locale),
            })
          : t('chart.month.none')
      }
      subtitle={t('chart.month.sub')}
      option={option}
      table={monthTable(run, locale, words)}
      fileName={t('file.month', { year: String(year) })}
      height={300}
      onSelect={({ dataIndex }) => {
        const figureId = run.byMonth[dataIndex]?.figure;
        if (figureId) openTrace({ enterpriseId, inventoryId: run.id, figureId });
      }}
    />
  );
}

export function ProcessChart({ run }: { run: OverviewRun }) {
  const t = useText(homeTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { year } = useScope();
  const words = useWords();
  const option = useMemo(() => processOption(run.byProcess, locale), [run, locale]);
  const top = largest(run.byProcess.filter(({ unitId }) => unitId !== null));
  return (
    <Chart
      title={
        top
          ? t('chart.process', { name: pick(top.name), share: shareText(top.share) })
          : t('chart.process.none')
      }
      subtitle={pick(run.processBasis)}
      option={option}
      table={rankingTable(run.byProcess, locale, words)}
      fileName={t('file.process', { year: String(year) })}
      height={Math.max(200, run.byProcess.length * 28)}
    />
  );
}

export function SourceChart({ run }: { run: OverviewRun }) {
  const t = useText(homeTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId, year } = useScope();
  const { openTrace } = useTrace();
  const words = useWords();
  const option = useMemo(() => sourceOption(run, locale), [run, locale]);
  const sources = signedSources(run);
  const top = largest(sources);
  const ranked = [...sources].sort((a, b) => compareDecimal(b.value, a.value));
  return (
    <Chart
      title={
        top
          ? t('chart.source', { name: pick(top.name), share: shareText(top.share) })
          : t('chart.source.none')
      }
      subtitle={t('chart.source.sub')}
      option={option}
      table={rankingTable(sources, locale, words)}
      fileName={t('file.source', { year: String(year) })}
      height={Math.max(200, sources.length * 28)}
      onSelect={({ dataIndex }) => {
        const figureId = ranked[dataIndex]?.figure;
        if (figureId) openTrace({ enterpriseId, inventoryId: run.id, figureId });
      }}
    />
  );
}

export function WaterfallChart({ overview }: { overview: Overview }) {
  const t = useText(homeTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { year } = useScope();
  const words = useWords();
  const labels = useMemo(() => ({ before: String(year - 1), after: String(year) }), [year]);
  const option = useCallback(
    (mode: ColorMode) => waterfallOption(overview, labels, locale)(mode),
    [overview, labels, locale],
  );
  const percent = overview.change?.totalPercent ?? '0';
  const direction = compareDecimal(percent, '0');
  const driver = largest(
    (overview.change?.bySource ?? []).map((one) => ({
      ...one,
      value: direction < 0 ? negated(one.value) : one.value,
    })),
  );
  const params = {
    year: labels.before,
    percent: `${formatPlaces(percent.replace('-', ''), 1)} %`,
    name: pick(driver?.name),
  };
  return (
    <Chart
      title={t(
        direction < 0 ? 'chart.change.less' : direction > 0 ? 'chart.change.more' : 'chart.change.same',
        params,
      )}
      subtitle={t('chart.change.sub')}
      option={option}
      table={waterfallTable(overview, labels, locale, words)}
      fileName={t('file.change', { year: String(year) })}
      height={280}
    />
  );
}

function negated(value: string): string {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}
