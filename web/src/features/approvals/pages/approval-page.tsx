import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Typography } from 'antd';
import { Link, useParams } from 'react-router';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { ApprovalActions } from '@/shared/approval/approval-actions';
import { ApprovalHistory } from '@/shared/approval/approval-history';
import { ApprovalStateTag } from '@/shared/approval/approval-state-tag';
import { ApprovalSteps } from '@/shared/approval/approval-steps';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { type Approval, approvalQuery } from '@/shared/approval/approvals';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';

/** One round of approval: what, by whom, which steps, what was done. */
export function ApprovalPage() {
  const { approvalId = '' } = useParams();
  const { enterpriseId } = useScope();
  const approval = useQuery(approvalQuery(enterpriseId, approvalId));
  if (approval.isPending) return <PageSkeleton />;
  if (approval.error) {
    return <ProblemAlert error={approval.error} onRetry={() => void approval.refetch()} />;
  }
  return <Record approval={approval.data} />;
}

function Record({ approval }: { readonly approval: Approval }) {
  const t = useText(approvalTexts);
  const pick = usePick();
  const path = useScopePath();
  const { subject } = approval;
  return (
    <>
      <PageHeader
        title={t('record.title', { number: approval.number, title: pick(subject.title) })}
        purpose={t('record.purpose', {
          type: pick(subject.typeName),
          name: approval.submittedBy.name,
          time: formatInstant(approval.submittedAt),
        })}
        state={<ApprovalStateTag state={approval.state} />}
        actions={
          <Link to={path(subject.path)}>
            <Button tabIndex={-1}>{t('record.subject')}</Button>
          </Link>
        }
      />
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 3fr) minmax(300px, 2fr)',
          gap: 16,
          alignItems: 'start',
        }}
      >
        <Card>
          {!subject.unchanged && (
            <Alert type="warning" showIcon title={t('record.changed')} style={{ marginBottom: 16 }} />
          )}
          <ApprovalSteps approval={approval} />
          <ApprovalActions approval={approval} />
          <Descriptions
            size="small"
            column={2}
            style={{ marginTop: 24 }}
            items={[
              { key: 'version', label: t('record.version'), children: subject.version },
              {
                key: 'authors',
                label: t('record.authors'),
                children: approval.authors.map(({ name }) => name).join(', '),
              },
              {
                key: 'rules',
                label: t('record.rules'),
                span: 2,
                children: approval.rules.map((rule) => t(`rule.${rule}`)).join('; ') || t('rule.none'),
              },
              {
                key: 'digest',
                label: t('record.digest'),
                span: 2,
                children: (
                  <Typography.Text code copyable style={{ fontSize: 12, overflowWrap: 'anywhere' }}>
                    {subject.digest}
                  </Typography.Text>
                ),
              },
            ]}
          />
        </Card>
        <Card size="small" title={t('record.history')}>
          <ApprovalHistory approval={approval} />
        </Card>
      </div>
    </>
  );
}
