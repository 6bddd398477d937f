import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type ProblemItem } from '@/shared/api/problem';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { STATE } from '@/shared/ui/theme/palette';
import { importsTexts } from '../imports-texts';
import { type Place, placeOf } from '../model/problem-places';

const FIRST = 40;

interface ImportProblemsProps {
  readonly problems: readonly ProblemItem[];
  readonly onJump: (place: Place) => void;
}

/** All problems with sheet and cell, errors first. */
export function ImportProblems({ problems, onJump }: ImportProblemsProps) {
  const t = useText(importsTexts);
  const pick = usePick();
  const { mode } = useColorMode();
  const [all, setAll] = useState(false);
  const sorted = [...problems].sort(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <ol className="th-import-problems">
      {shown.map((problem, index) => {
        const place = placeOf(problem);
        const Icon = problem.severity === 'warning' ? WarningFilled : ExclamationCircleFilled;
        return (
          <li key={`${problem.code}-${index}`}>
            <Icon
              aria-label={t(`severity.${problem.severity}`)}
              style={{ color: STATE[problem.severity === 'warning' ? 'due' : 'bad'][mode] }}
            />
            <span>
              {place && (
                <Button
                  type="link"
                  size="small"
                  style={{ padding: 0, height: 'auto', marginInlineEnd: 6 }}
                  onClick={() => onJump(place)}
                >
                  {[place.sheet, place.cell].filter(Boolean).join(' ')}
                </Button>
              )}
              {pick(problem.message)}
            </span>
          </li>
        );
      })}
      {sorted.length > shown.length && (
        <li>
          <Button type="link" size="small" onClick={() => setAll(true)}>
            {t('problems.all', { count: sorted.length })}
          </Button>
        </li>
      )}
    </ol>
  );
}
