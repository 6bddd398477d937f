import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

/** A result against the rules of carbon markets. */
export type Allowance = Answer<'allowance.show'>;
export type MarketRule = Allowance['rules'][number];
export type Candidate = Allowance['candidates'][number];
export type Assessment = Allowance['assessments'][number];
export type AllowanceBody = Body<'allowance.keep'>;
export type Calculated = Answer<'allowance.calculate'>;

const key = (enterpriseId: string) => ['evaluation', enterpriseId, 'allowance'];

export function allowanceQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), inventoryId],
    queryFn: ({ signal }) =>
      apiGet<Allowance>(apiPath`/enterprises/${enterpriseId}/evaluation/allowance`, {
        query: { inventoryId },
        signal,
      }),
  });
}

export function useCalculation(enterpriseId: string) {
  return useMutation({
    mutationFn: (body: AllowanceBody) =>
      apiPost<Calculated>(apiPath`/enterprises/${enterpriseId}/evaluation/allowance/calculation`, body),
  });
}

export function useKeepAssessment(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AllowanceBody) =>
      apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/allowance/assessments`, body),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useWithdrawAssessment(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      apiPost(
        apiPath`/enterprises/${enterpriseId}/evaluation/allowance/assessments/${id}/withdrawal`,
        { reason },
        { ifMatch: version },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
