import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

/** A round of approval (审批): one version of one thing, with everything done in it. */
export type Approval = Answer<'approval.find'>;
export type ApprovalState = Approval['state'];
export type ApprovalAct = Approval['acts'][number];
export type ApprovalStep = Approval['steps'][number];

/** Which approvals a list shows: those that wait for me, those I took part in, all. */
export type ApprovalShow = 'TO_DO' | 'MINE' | 'ALL';

const MOST = 200;

export function approvalsQuery(enterpriseId: string, show: ApprovalShow) {
  return queryOptions({
    queryKey: ['approvals', enterpriseId, 'list', show],
    queryFn: async () =>
      (
        await apiGet<Answer<'approval.list'>>(apiPath`/enterprises/${enterpriseId}/approvals`, {
          query: { show, limit: MOST },
        })
      ).items,
  });
}

export function approvalQuery(enterpriseId: string, approvalId: string) {
  return queryOptions({
    queryKey: ['approvals', enterpriseId, 'one', approvalId],
    queryFn: () => apiGet<Approval>(apiPath`/enterprises/${enterpriseId}/approvals/${approvalId}`),
  });
}

const COUNT_EVERY_MS = 60_000;

export function approvalCountQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['approvals', enterpriseId, 'count'],
    queryFn: () => apiGet<Answer<'approval.count'>>(apiPath`/enterprises/${enterpriseId}/approvals/count`),
    refetchInterval: COUNT_EVERY_MS,
  });
}

/** All rounds of one thing, newest first, and whether it can be submitted now. */
export function subjectApprovalsQuery(enterpriseId: string, subjectType: string, subjectId: string) {
  return queryOptions({
    queryKey: ['approvals', enterpriseId, 'of', subjectType, subjectId],
    queryFn: () =>
      apiGet<Answer<'approval.ofSubject'>>(
        apiPath`/enterprises/${enterpriseId}/approvals/of/${subjectType}/${subjectId}`,
      ),
  });
}

export function submitForApproval(enterpriseId: string, body: Body<'approval.submit'>): Promise<Approval> {
  return apiPost<Approval>(apiPath`/enterprises/${enterpriseId}/approvals`, body);
}

export type ApprovalDoing = 'approve' | 'return' | 'withdraw' | 'comment';

/** `step` is the step the person saw; the server refuses when the round has moved on. */
export function actOnApproval(
  enterpriseId: string,
  approval: Approval,
  doing: ApprovalDoing,
  reason: string,
): Promise<Approval> {
  const step = doing === 'approve' || doing === 'return' ? { step: approval.step } : {};
  const why = doing === 'approve' && reason.trim() === '' ? {} : { reason };
  return apiPost<Approval>(apiPath`/enterprises/${enterpriseId}/approvals/${approval.id}/${doing}`, {
    ...step,
    ...why,
  });
}
