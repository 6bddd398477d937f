import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Alert, Button, Typography } from 'antd';
import { useState } from 'react';
import { ApiProblem, type ProblemItem } from '@/shared/api/problem';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { problemText } from './problem-text';
import { useColorMode } from './theme/color-mode';
import { STATE } from './theme/palette';

const FIRST = 8;

/** Everything that is wrong, each with its place; errors before warnings. */
export function ProblemList({ problems }: { problems: readonly ProblemItem[] }) {
  const t = useText(sharedTexts);
  const [all, setAll] = useState(false);
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 6 }}>
        {shown.map((problem, index) => (
          <ProblemLine key={`${problem.code}-${index}`} problem={problem} />
        ))}
      </ul>
      {sorted.length > shown.length && (
        <Button
          type="link"
          size="small"
          style={{ paddingInline: 0, marginTop: 4 }}
          onClick={() => setAll(true)}
        >
          {t('problems.more', { count: sorted.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function ProblemLine({ problem }: { problem: ProblemItem }) {
  const t = useText(sharedTexts);
  const pick = usePick();
  const { mode } = useColorMode();
  const warning = problem.severity === 'warning';
  const place = [
    problem.sheet && t('problems.sheet', { sheet: problem.sheet }),
    problem.cell
      ? t('problems.cell', { cell: problem.cell })
      : problem.row && t('problems.row', { row: problem.row }),
  ].filter(Boolean);
  const Icon = warning ? WarningFilled : ExclamationCircleFilled;
  return (
    <li style={{ display: 'flex', gap: 8, alignItems: 'baseline' }}>
      <Icon
        aria-label={t(warning ? 'problems.warning' : 'problems.error')}
        style={{ color: STATE[warning ? 'due' : 'bad'][mode] }}
      />
      <span>
        {place.length > 0 && (
          <Typography.Text type="secondary" style={{ marginInlineEnd: 6 }}>
            {place.join(' · ')}
          </Typography.Text>
        )}
        {pick(problem.message)}
      </span>
    </li>
  );
}

interface ProblemAlertProps {
  /** Whatever a request threw; nothing is shown for null. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A refused request: what is wrong, where, what to do. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const { locale } = useLocale();
  const t = useText(sharedTexts);
  if (error === null || error === undefined) return null;
  const { title, todo } = problemText(error, locale);
  const problems = error instanceof ApiProblem ? error.problems : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={problems.length > 0 ? <ProblemList problems={problems} /> : (todo ?? undefined)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}
