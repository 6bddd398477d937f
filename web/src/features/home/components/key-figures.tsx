import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import { Card, Typography } from 'antd';
import { type ReactNode } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { compareDecimal } from '@/shared/format/decimal';
import { formatPlaces } from '@/shared/format/quantity';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { Sparkline } from '@/shared/ui/sparkline';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { STATE } from '@/shared/ui/theme/palette';
import { type Overview, type OverviewFigure, type OverviewRun } from '../api/get-overview';
import { homeTexts } from '../home-texts';

const MOST_INTENSITIES = 3;

/** The total and the intensities, each with its unit and its change against last year. */
export function KeyFigures({ overview, run }: { overview: Overview; run: OverviewRun }) {
  const t = useText(homeTexts);
  const pick = usePick();
  const { year } = useScope();
  return (
    <div className="th-home-figures">
      <KeyFigure
        label={t('key.total')}
        figure={run.total}
        run={run}
        scaled
        change={overview.change?.totalPercent ?? null}
        aside={
          <Sparkline
            values={run.byMonth.map(({ value }) => value)}
            label={t('key.course', { year: String(year) })}
          />
        }
      />
      {run.intensities.slice(0, MOST_INTENSITIES).map((intensity) => (
        <KeyFigure
          key={intensity.key}
          label={pick(intensity.name)}
          figure={intensity}
          run={run}
          change={overview.change?.intensityPercent[intensity.key] ?? null}
        />
      ))}
    </div>
  );
}

interface KeyFigureProps {
  readonly label: string;
  readonly figure: OverviewFigure;
  readonly run: OverviewRun;
  readonly change: string | null;
  readonly scaled?: boolean;
  readonly aside?: ReactNode;
}

function KeyFigure({ label, figure, run, change, scaled = false, aside }: KeyFigureProps) {
  const { enterpriseId } = useScope();
  const trace =
    figure.figure === null ? null : { enterpriseId, inventoryId: run.id, figureId: figure.figure };
  return (
    <Card styles={{ body: { padding: '14px 16px' } }}>
      <Typography.Text type="secondary" ellipsis={{ tooltip: label }}>
        {label}
      </Typography.Text>
      <div className="th-key-value">
        <Figure quantity={figure} trace={trace} scaled={scaled} />
        {aside}
      </div>
      <Change percent={change} />
    </Card>
  );
}

/** Against last year; less is good here, and an arrow says so besides the colour. */
function Change({ percent }: { percent: string | null }) {
  const t = useText(homeTexts);
  const { year } = useScope();
  const { mode } = useColorMode();
  if (percent === null)
    return <span className="th-key-note">{t('key.noPrevious', { year: String(year - 1) })}</span>;
  const direction = compareDecimal(percent, '0');
  const Icon = direction > 0 ? ArrowUpOutlined : direction < 0 ? ArrowDownOutlined : MinusOutlined;
  const color = STATE[direction > 0 ? 'due' : direction < 0 ? 'good' : 'neutral'][mode];
  return (
    <span className="th-key-note">
      {t('key.against', { year: String(year - 1) })}{' '}
      <span style={{ color, fontWeight: 500, whiteSpace: 'nowrap' }}>
        <Icon /> {formatPlaces(percent.replace('-', ''), 1)} %
      </span>
    </span>
  );
}
