import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Typography } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { approvalTexts } from './approval-texts';
import { actOnApproval, type Approval, type ApprovalDoing } from './approvals';
import { ReasonDialog } from './reason-dialog';

/** What the person may do with an approval, each asked for once more; why not, where a signature is refused. */
export function ApprovalActions({ approval }: { readonly approval: Approval }) {
  const t = useText(approvalTexts);
  const pick = usePick();
  const { enterpriseId } = useScope();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [doing, setDoing] = useState<ApprovalDoing | null>(null);
  const act = useMutation({
    mutationFn: ({ what, reason }: { what: ApprovalDoing; reason: string }) =>
      actOnApproval(enterpriseId, approval, what, reason),
    onSuccess: (_, { what }) => {
      void message.success(t(`do.${what}.done`));
      setDoing(null);
    },
    // An approval moves what it stands for: a report, a factor, a plan. All of it is read again.
    onSettled: () => client.invalidateQueries(),
  });
  const { mine } = approval;
  const open = (what: ApprovalDoing) => {
    act.reset();
    setDoing(what);
  };
  const title = pick(approval.subject.title);
  const step = pick(approval.steps[approval.step]?.name);
  return (
    <>
      <Space wrap>
        {mine.approve && (
          <Button type="primary" onClick={() => open('approve')}>
            {t('do.approve')}
          </Button>
        )}
        {mine.sendBack && <Button onClick={() => open('return')}>{t('do.return')}</Button>}
        {mine.withdraw && <Button onClick={() => open('withdraw')}>{t('do.withdraw')}</Button>}
        {mine.comment && <Button onClick={() => open('comment')}>{t('do.comment')}</Button>}
      </Space>
      {mine.hindrance && mine.hindrance.code !== 'approval.not-asked' && (
        <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
          {pick(mine.hindrance.message)}
        </Typography.Paragraph>
      )}
      {doing && (
        <ReasonDialog
          title={t(`do.${doing}`)}
          text={t(`do.${doing}.text`, { title, step })}
          label={t(`do.${doing}.reason`)}
          required={doing !== 'approve'}
          okText={t(`do.${doing}`)}
          danger={doing === 'return' || doing === 'withdraw'}
          pending={act.isPending}
          error={act.error}
          onOk={(reason) => act.mutate({ what: doing, reason })}
          onClose={() => setDoing(null)}
        >
          {doing === 'approve' && mine.onBehalfOf.length > 0 && (
            <Typography.Paragraph type="secondary">
              {t('do.approve.for', { names: mine.onBehalfOf.map(({ name }) => name).join(', ') })}
            </Typography.Paragraph>
          )}
        </ReasonDialog>
      )}
    </>
  );
}
