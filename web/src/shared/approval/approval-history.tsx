import { Timeline, Typography } from 'antd';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { approvalTexts } from './approval-texts';
import { type Approval, type ApprovalAct } from './approvals';

const COLOURS: Readonly<Record<ApprovalAct['kind'], string>> = {
  SUBMIT: 'gray',
  APPROVE: 'green',
  RETURN: 'orange',
  WITHDRAW: 'gray',
  COMMENT: 'blue',
  SKIP: 'gray',
  VOID: 'red',
};

/** Who did what, when and why; nothing of it can be changed. */
export function ApprovalHistory({ approval }: { readonly approval: Approval }) {
  const t = useText(approvalTexts);
  const pick = usePick();
  return (
    <Timeline
      items={approval.acts.map((act, index) => ({
        key: index,
        color: COLOURS[act.kind],
        content: (
          <div>
            <div>
              {t(`act.${act.kind}`, { name: act.by.name, step: pick(act.stepName) })}
              {act.onBehalfOf && ` (${t('act.for', { name: act.onBehalfOf.name })})`}
            </div>
            {act.reason && (
              <Typography.Paragraph style={{ marginBottom: 0 }}>{act.reason}</Typography.Paragraph>
            )}
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>
              {formatInstant(act.at)}
            </Typography.Text>
          </div>
        ),
      }))}
    />
  );
}
