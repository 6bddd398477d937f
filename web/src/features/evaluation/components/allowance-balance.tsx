import { Typography } from 'antd';
import { useCallback } from 'react';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatExact, formatPlaces, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { axisLabel, escapeHtml, tooltipValue } from '@/shared/ui/chart/axis';
import { Chart } from '@/shared/ui/chart/chart';
import { StateTag } from '@/shared/ui/state-tag';
import { type ColorMode, seriesColor, STATE } from '@/shared/ui/theme/palette';
import { type Allowance, type MarketRule } from '../api/allowance';
import { evaluationTexts } from '../evaluation-texts';

type Balance = Allowance['balances'][number];

const UNIT = 'tCO2e';
const size = (value: string) => value.replace(/^-/, '');

/** Allowance beside emissions, and by how much they differ. */
export function AllowanceBalance({ balance, rule }: { balance: Balance; rule: MarketRule | undefined }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { allowance, emissions, surplus } = balance;
  const sign = compareDecimal(surplus, '0');
  const percent = balance.surplusPercent === null ? '—' : formatPlaces(size(balance.surplusPercent), 2);
  const words = { value: shown(size(surplus)), percent };
  const title = sign === 0 ? t('a.title.even') : t(sign > 0 ? 'a.title.surplus' : 'a.title.gap', words);
  function shown(value: string) {
    return formatQuantity(scaleForReading({ value, unit: UNIT }, locale), locale);
  }
  const option = useCallback(
    (mode: ColorMode) => {
      const names = [t('a.emissions'), t('a.allowance')];
      const texts = [emissions, allowance];
      return {
        grid: { left: 110, right: 90, top: 8, bottom: 24 },
        xAxis: {
          type: 'value' as const,
          axisLabel: { formatter: (value: number) => axisLabel(value, locale) },
        },
        yAxis: { type: 'category' as const, data: names, inverse: true },
        tooltip: {
          trigger: 'item' as const,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            `${escapeHtml(names[dataIndex] ?? '')}<br>${tooltipValue(texts[dataIndex] ?? '0', UNIT, locale)}`,
        },
        series: [
          {
            type: 'bar' as const,
            barMaxWidth: 28,
            data: texts.map((value, index) => ({
              value: chartNumber(value),
              itemStyle: {
                color: index === 0 ? seriesColor(0, mode) : STATE[sign < 0 ? 'bad' : 'good'][mode],
              },
              label: {
                show: true,
                position: 'right' as const,
                formatter: formatQuantity(scaleForReading({ value, unit: UNIT }, locale), locale),
              },
            })),
          },
        ],
      };
    },
    [t, emissions, allowance, sign, locale],
  );
  return (
    <section aria-label={rule ? pick(rule.title) : balance.rule}>
      <Chart
        title={title}
        subtitle={rule ? pick(rule.title) : balance.rule}
        option={option}
        height={140}
        fileName="allowance"
        table={{
          columns: [t('a.balance'), formatUnit(UNIT, locale)],
          rows: [
            [t('a.emissions'), formatExact(emissions)],
            [t('a.allowance'), formatExact(allowance)],
            [t(sign < 0 ? 'a.gap' : 'a.surplus'), formatExact(surplus)],
          ],
          exactRows: [
            [t('a.emissions'), emissions],
            [t('a.allowance'), allowance],
            [t(sign < 0 ? 'a.gap' : 'a.surplus'), surplus],
          ],
        }}
      />
      <Typography.Text type="secondary">
        <StateTag tone={sign < 0 ? 'bad' : 'good'}>
          {t(sign < 0 ? 'a.gap' : sign > 0 ? 'a.surplus' : 'a.even')}
        </StateTag>{' '}
        {rule?.status === 'DRAFT' && <StateTag tone="due">{t('a.rule.status.DRAFT')}</StateTag>}{' '}
        {t(`a.obligation.short.${balance.obligation}`)}
        {balance.units > 1 && ` · ${t('a.units', { count: balance.units })}`}
      </Typography.Text>
    </section>
  );
}
