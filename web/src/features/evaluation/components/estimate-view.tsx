import { Table, Typography } from 'antd';
import { type ReactNode } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { formatExact, formatNumber, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { type Run } from '@/shared/api/runs';
import { type Estimate, type EstimateResult, type Uncertainty } from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';
import { Histogram } from './histogram';
import { ShareBar } from './share-bar';

const TOP = 10;

interface EstimateViewProps {
  readonly run: Run;
  readonly known: Uncertainty;
  readonly estimate: Estimate;
  readonly result: EstimateResult;
}

/** The interval by both approaches, the distribution of the trials, and what the uncertainty comes from. */
export function EstimateView({ run, known, estimate, result }: EstimateViewProps) {
  const t = useText(evaluationTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { simulated, propagated, unit } = result;
  const shown = (value: string) => formatQuantity(scaleForReading({ value, unit }, locale), locale);
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 16 }}>
        <Key label={t('u.total')}>
          <Figure
            quantity={run.total}
            scaled
            trace={{ enterpriseId, inventoryId: run.id, figureId: run.total.figure ?? 'total' }}
          />
        </Key>
        <Key label={t('u.propagated')} note={`${t('u.grade')} ${t(`u.grade.${propagated.grade as 'HIGH'}`)}`}>
          ± {formatNumber(propagated.percent, 3)} %<Small>± {shown(propagated.half)}</Small>
        </Key>
        <Key
          label={t('u.simulated')}
          note={t('u.percents', {
            low: formatNumber(simulated.lowPercent, 3),
            high: `+${formatNumber(simulated.highPercent, 3)}`,
          })}
        >
          {t('u.interval', { low: shown(simulated.low), high: shown(simulated.high) })}
        </Key>
        <Key label={t('u.mean')} note={`${t('u.deviation')} ${shown(simulated.deviation)}`}>
          {shown(simulated.mean)}
        </Key>
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)', gap: 24 }}>
        <Histogram result={result} run={run} />
        <Contributors result={result} known={known} />
      </div>
      <Sources result={result} known={known} run={run} />
      <Typography.Text type="secondary">
        {t('u.made', {
          trials: formatExact(String(estimate.trials)),
          seed: String(estimate.seed),
          inputs: estimate.inputs,
          by: estimate.requestedBy,
          at: formatInstant(estimate.requestedAt),
        })}
      </Typography.Text>
    </div>
  );
}

function Key({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <Typography.Text type="secondary">{label}</Typography.Text>
      <div className="th-number" style={{ fontSize: 20, fontWeight: 600, lineHeight: '30px' }}>
        {children}
      </div>
      {note && <Typography.Text type="secondary">{note}</Typography.Text>}
    </div>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span style={{ fontSize: 13, fontWeight: 400, marginInlineStart: 8 }}>{children}</span>;
}

function Contributors({ result, known }: { result: EstimateResult; known: Uncertainty }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const rows = result.contributors.slice(0, TOP).filter(({ share }) => Number(share) > 0);
  return (
    <section aria-label={t('u.contributors')}>
      <strong>{t('u.contributors')}</strong>
      <div>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {t('u.contributors.note')}
        </Typography.Text>
      </div>
      <Table
        size="small"
        pagination={false}
        style={{ marginTop: 8 }}
        rowKey={({ input, source, item, symbol }) => [input, source, item, symbol].join(' ')}
        dataSource={rows}
        columns={[
          {
            title: t('u.value'),
            render: (_, one) => {
              const value = known.values.find(
                ({ source, item, symbol }) =>
                  source === one.source && item === one.item && symbol === one.symbol,
              );
              return value
                ? [value.sourceName, value.itemName, value.symbolName].map(pick).join(' · ')
                : [one.source, one.item, one.symbol].filter(Boolean).join(' · ');
            },
          },
          {
            title: t('u.share'),
            width: 150,
            render: (_, { share }) => <ShareBar percent={share} />,
          },
        ]}
      />
    </section>
  );
}

function Sources({ result, known, run }: { result: EstimateResult; known: Uncertainty; run: Run }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const unit = formatUnit(result.unit, locale);
  return (
    <section aria-label={t('u.sources')}>
      <strong>{t('u.sources')}</strong>
      <Table
        size="small"
        pagination={false}
        style={{ marginTop: 8 }}
        rowKey="source"
        dataSource={result.sources.filter(({ value }) => Number(value) !== 0)}
        columns={[
          {
            title: t('u.source'),
            render: (_, { source }) => {
              const name = known.values.find((one) => one.source === source)?.sourceName;
              return name ? pick(name) : source;
            },
          },
          {
            title: `${t('u.emission')} (${unit})`,
            align: 'right',
            render: (_, { source, value }) => (
              <Figure
                quantity={{ value, unit: result.unit }}
                unit="hidden"
                trace={{ enterpriseId, inventoryId: run.id, figureId: `source:${source}` }}
              />
            ),
          },
          {
            title: `${t('u.half')} (${unit})`,
            align: 'right',
            render: (_, { propagated }) => <span className="th-number">{formatNumber(propagated.half)}</span>,
          },
          {
            title: `${t('u.half')} (%)`,
            align: 'right',
            render: (_, { propagated }) => (
              <span className="th-number">{formatNumber(propagated.percent, 3)}</span>
            ),
          },
          {
            title: t('u.grade'),
            render: (_, { propagated }) => t(`u.grade.${propagated.grade as 'HIGH'}`),
          },
        ]}
      />
    </section>
  );
}
