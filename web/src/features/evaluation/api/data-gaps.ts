import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

export type DataGaps = Answer<'dataGap.show'>;
export type DataGap = DataGaps['gaps'][number];
export type FoundGap = DataGaps['found'][number];
export type DataGapBody = Body<'dataGap.record'>;

const key = (enterpriseId: string) => ['evaluation', enterpriseId, 'data-gaps'];

export function dataGapsQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), inventoryId],
    queryFn: ({ signal }) =>
      apiGet<DataGaps>(apiPath`/enterprises/${enterpriseId}/evaluation/data-gaps`, {
        query: { inventoryId },
        signal,
      }),
  });
}

export function useRecordGap(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ before, body }: { before: DataGap | null; body: DataGapBody }) =>
      before === null
        ? apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/data-gaps`, body)
        : apiPut(apiPath`/enterprises/${enterpriseId}/evaluation/data-gaps/${before.id}`, body, {
            ifMatch: before.version,
          }),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useAcceptGap(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: DataGap) =>
      apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/data-gaps/${id}/acceptance`, undefined, {
        ifMatch: version,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useWithdrawGap(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      apiPost(
        apiPath`/enterprises/${enterpriseId}/evaluation/data-gaps/${id}/withdrawal`,
        { reason },
        { ifMatch: version },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
