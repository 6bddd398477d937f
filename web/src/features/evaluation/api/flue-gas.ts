import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

export type FlueGas = Answer<'flueGas.show'>;
export type FlueGasMonth = FlueGas['months'][number];
export type FlueGasMeasurement = FlueGas['measurements'][number];
export type FlueGasBody = Body<'flueGas.keep'>;
export type FlueGasLimitBody = Body<'flueGas.limit'>;

const key = (enterpriseId: string) => ['evaluation', enterpriseId, 'flue-gas'];

export function flueGasQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), inventoryId],
    queryFn: ({ signal }) =>
      apiGet<FlueGas>(apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas`, {
        query: { inventoryId },
        signal,
      }),
  });
}

/** Every change of the page; all of them answer or lead to the page as it is then. */
function useChange<Variables>(enterpriseId: string, send: (variables: Variables) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useKeepMeasurements(enterpriseId: string) {
  return useChange(enterpriseId, (body: FlueGasBody) =>
    apiPut(apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas/months`, body),
  );
}

export function useBringMeasurements(enterpriseId: string, inventoryId: string) {
  return useChange(enterpriseId, (file: File) => {
    const form = new FormData();
    form.set('file', file);
    form.set('inventoryId', inventoryId);
    return apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas/files`, form);
  });
}

export function useWithdrawMeasurement(enterpriseId: string) {
  return useChange(enterpriseId, ({ id, version, reason }: { id: string; version: number; reason: string }) =>
    apiPost(
      apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas/months/${id}/withdrawal`,
      { reason },
      { ifMatch: version },
    ),
  );
}

export function useSetLimit(enterpriseId: string) {
  return useChange(enterpriseId, (body: FlueGasLimitBody) =>
    apiPut(apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas/limit`, body),
  );
}

export function useExplainMonth(enterpriseId: string) {
  return useChange(enterpriseId, (body: Body<'flueGas.explain'>) =>
    apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas/explanations`, body),
  );
}

export function useAcceptMonth(enterpriseId: string) {
  return useChange(enterpriseId, (body: Body<'flueGas.accept'>) =>
    apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/flue-gas/acceptances`, body),
  );
}
