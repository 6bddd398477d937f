import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

export type Uncertainty = Answer<'uncertainty.show'>;
export type UncertainValue = Uncertainty['values'][number];
export type UncertainInput = Uncertainty['inputs'][number];
export type Correlation = Uncertainty['correlations'][number];
export type UncertainInputBody = Body<'uncertainty.enter'>;
export type CorrelationBody = Body<'uncertainty.correlate'>;
export type Estimate = Answer<'estimate.find'>;
export type EstimateResult = NonNullable<Estimate['result']>;

const POLL_MILLIS = 700;
const key = (enterpriseId: string) => ['evaluation', enterpriseId, 'uncertainty'];

export function uncertaintyQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), inventoryId, 'inputs'],
    queryFn: ({ signal }) =>
      apiGet<Uncertainty>(apiPath`/enterprises/${enterpriseId}/evaluation/uncertainty`, {
        query: { inventoryId },
        signal,
      }),
  });
}

/** The newest estimates of a run; asks again while one is running. */
export function estimatesQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), inventoryId, 'estimates'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'estimate.list'>>(apiPath`/enterprises/${enterpriseId}/evaluation/estimates`, {
          query: { inventoryId },
          signal,
        })
      ).items,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.state === 'RUNNING') ? POLL_MILLIS : false,
  });
}

export function useEstimate(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { inventoryId: string; trials: number; seed: number | null }) =>
      apiPost<Estimate>(apiPath`/enterprises/${enterpriseId}/evaluation/estimates`, body),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

/** Enters how uncertain values are, or changes what was entered. */
export function useEnterUncertainty(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ before, body }: { before: UncertainInput | null; body: UncertainInputBody }) =>
      before === null
        ? apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/uncertainty/inputs`, body)
        : apiPut(apiPath`/enterprises/${enterpriseId}/evaluation/uncertainty/inputs/${before.id}`, body, {
            ifMatch: before.version,
          }),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useWithdrawUncertainty(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      apiPost(
        apiPath`/enterprises/${enterpriseId}/evaluation/uncertainty/inputs/${id}/withdrawal`,
        { reason },
        { ifMatch: version },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useCorrelate(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CorrelationBody) =>
      apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/uncertainty/correlations`, body),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useWithdrawCorrelation(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      apiPost(
        apiPath`/enterprises/${enterpriseId}/evaluation/uncertainty/correlations/${id}/withdrawal`,
        { reason },
        { ifMatch: version },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
