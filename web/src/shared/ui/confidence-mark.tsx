import { Tooltip } from 'antd';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useText } from '@/shared/i18n/use-locale';
import { STATE } from './theme/palette';
import { useColorMode } from './theme/color-mode';

export type Confidence = 'verified' | 'recalled' | 'unsure';

const MARK: Readonly<Record<Confidence, { sign: string; tone: keyof typeof STATE }>> = {
  verified: { sign: '●', tone: 'good' },
  recalled: { sign: '◐', tone: 'due' },
  unsure: { sign: '○', tone: 'due' },
};

export function asConfidence(word: string): Confidence {
  const lower = word.toLowerCase();
  return lower === 'verified' || lower === 'recalled' ? lower : 'unsure';
}

/** How sure a factor or formula is: ● verified, ◐ recalled, ○ unsure, in words on hover or beside it. */
export function ConfidenceMark({ confidence, words = false }: { confidence: Confidence; words?: boolean }) {
  const t = useText(sharedTexts);
  const { mode } = useColorMode();
  const { sign, tone } = MARK[confidence];
  const word = t(`confidence.${confidence}`);
  return (
    <Tooltip title={`${word}: ${t(`confidence.${confidence}.why`)}`}>
      <span
        role="img"
        aria-label={word}
        tabIndex={0}
        style={{ color: STATE[tone][mode], whiteSpace: 'nowrap' }}
      >
        {sign}
        {words && <span style={{ marginInlineStart: 4, fontSize: 12 }}>{word}</span>}
      </span>
    </Tooltip>
  );
}
