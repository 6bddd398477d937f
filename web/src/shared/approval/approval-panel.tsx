import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { ApprovalActions } from './approval-actions';
import { ApprovalHistory } from './approval-history';
import { ApprovalStateTag } from './approval-state-tag';
import { ApprovalSteps } from './approval-steps';
import { approvalTexts } from './approval-texts';
import { type Approval, subjectApprovalsQuery } from './approvals';
import { SubmitButton } from './submit-button';

interface ApprovalPanelProps {
  /** As in the ways of approval: `report`, `factor`. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** False where the page has its own way to submit. */
  readonly submit?: boolean;
}

/** The approval of a record, to stand beside it: submit, steps, acts, what was before. */
export function ApprovalPanel({ subjectType, subjectId, submit = true }: ApprovalPanelProps) {
  const t = useText(approvalTexts);
  const { enterpriseId } = useScope();
  const approvals = useQuery(subjectApprovalsQuery(enterpriseId, subjectType, subjectId));
  const latest = approvals.data?.rounds[0];
  return (
    <Card
      size="small"
      title={t('panel.title')}
      extra={latest ? <ApprovalStateTag state={latest.state} /> : null}
    >
      <Flex vertical gap={12}>
        <ProblemAlert error={approvals.error} onRetry={() => void approvals.refetch()} />
        {approvals.isPending && <TableSkeleton />}
        {approvals.data && !latest && <Typography.Text type="secondary">{t('panel.none')}</Typography.Text>}
        {latest && <Round approval={latest} />}
        {submit && approvals.data?.maySubmit && (
          <div>
            <SubmitButton
              subjectType={subjectType}
              subjectId={subjectId}
              optionalSteps={approvals.data.optionalSteps}
            />
          </div>
        )}
        <Earlier rounds={approvals.data?.rounds.slice(1) ?? []} />
      </Flex>
    </Card>
  );
}

function Round({ approval }: { readonly approval: Approval }) {
  return (
    <>
      <ApprovalSteps approval={approval} />
      <ApprovalActions approval={approval} />
      <ApprovalHistory approval={approval} />
    </>
  );
}

function Earlier({ rounds }: { readonly rounds: readonly Approval[] }) {
  const t = useText(approvalTexts);
  const path = useScopePath();
  if (rounds.length === 0) return null;
  return (
    <div>
      <Typography.Text type="secondary">{t('panel.earlier')}</Typography.Text>
      <ul style={{ listStyle: 'none', margin: '4px 0 0', padding: 0, display: 'grid', gap: 4 }}>
        {rounds.map((round) => (
          <li key={round.id} style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <Link to={path(`approvals/${round.id}`)}>{t('panel.open', { number: round.number })}</Link>
            <ApprovalStateTag state={round.state} />
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>
              {formatInstant(round.endedAt)}
            </Typography.Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
