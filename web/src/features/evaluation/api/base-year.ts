import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPut } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

export type BaseYear = Answer<'baseYear.show'>;
export type HistoryYear = BaseYear['history'][number];
export type BaseYearBody = Body<'baseYear.choose'>;

const key = (enterpriseId: string) => ['evaluation', enterpriseId, 'base-year'];

export function baseYearQuery(enterpriseId: string, method: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), method],
    queryFn: ({ signal }) =>
      apiGet<BaseYear>(apiPath`/enterprises/${enterpriseId}/evaluation/base-year`, {
        query: { method },
        signal,
      }),
  });
}

export function useChooseBaseYear(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BaseYearBody) =>
      apiPut<BaseYear>(apiPath`/enterprises/${enterpriseId}/evaluation/base-year`, body),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
