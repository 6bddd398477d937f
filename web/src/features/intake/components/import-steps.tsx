import { Steps } from 'antd';
import { useText } from '@/shared/i18n/use-locale';
import { importsTexts } from '../imports-texts';

export const STEPS = ['file', 'check', 'mapping', 'summary', 'result'] as const;
export type Step = (typeof STEPS)[number];

interface ImportStepsProps {
  readonly step: Step;
  readonly failed?: boolean;
  /** Steps that can be gone back to. */
  readonly onStep?: (step: Step) => void;
}

export function ImportSteps({ step, failed = false, onStep }: ImportStepsProps) {
  const t = useText(importsTexts);
  const current = STEPS.indexOf(step);
  return (
    <Steps
      size="small"
      current={current}
      status={failed ? 'error' : step === 'result' ? 'finish' : 'process'}
      items={STEPS.map((key, index) => ({
        title: t(`step.${key}`),
        disabled: !onStep || index >= current || step === 'result',
      }))}
      onChange={(index) => {
        const to = STEPS[index];
        if (to && index < current) onStep?.(to);
      }}
      style={{ marginBottom: 16 }}
    />
  );
}
