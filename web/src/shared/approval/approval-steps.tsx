import { Steps, Typography } from 'antd';
import { formatInstant } from '@/shared/format/time';
import { roleName } from '@/shared/i18n/roles';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { approvalTexts } from './approval-texts';
import { type Approval, type ApprovalStep } from './approvals';

type Signature = ApprovalStep['signatures'][number];

const LOOK = {
  DONE: 'finish',
  CURRENT: 'process',
  WAITING: 'wait',
  SKIPPED: 'wait',
  NOT_REACHED: 'wait',
} as const;

/** The steps of an approval with who signed and who has yet to. */
export function ApprovalSteps({ approval }: { readonly approval: Approval }) {
  const t = useText(approvalTexts);
  const pick = usePick();
  return (
    <Steps
      orientation="vertical"
      size="small"
      current={approval.step}
      items={approval.steps.map((step) => ({
        title: pick(step.name),
        status:
          approval.state === 'RETURNED' && step.key === approval.steps[approval.step]?.key
            ? 'error'
            : LOOK[step.state],
        content: (
          <div style={{ display: 'grid', gap: 2, paddingBottom: 8 }}>
            {step.state === 'SKIPPED' ? (
              <Typography.Text type="secondary">{t('step.skipped')}</Typography.Text>
            ) : (
              <>
                {step.signatures.length > 1 && (
                  <Typography.Text type="secondary">{t('mode.ALL')}</Typography.Text>
                )}
                {step.signatures.map((signature, index) => (
                  <SignatureLine key={index} signature={signature} waits={step.state !== 'NOT_REACHED'} />
                ))}
              </>
            )}
          </div>
        ),
      }))}
    />
  );
}

function SignatureLine({ signature, waits }: { readonly signature: Signature; readonly waits: boolean }) {
  const t = useText(approvalTexts);
  const shared = useText(sharedTexts);
  const { act } = signature;
  if (act) {
    const time = formatInstant(act.at);
    return (
      <Typography.Text>
        {act.onBehalfOf
          ? t('step.signedFor', { name: act.by.name, other: act.onBehalfOf.name, time })
          : t('step.signed', { name: act.by.name, time })}
      </Typography.Text>
    );
  }
  const who = [
    ...signature.roles.map((role) => roleName(role, shared)),
    ...signature.persons.map(({ name }) => name),
  ].join(' / ');
  return <Typography.Text type="secondary">{waits ? t('step.waiting', { who }) : who}</Typography.Text>;
}
