import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPut } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

export type WatchedIntensities = Answer<'intensity.list'>;
export type IntensityEntry = Body<'intensity.define'>['intensities'][number];

const key = (enterpriseId: string) => ['intensities', enterpriseId];

export function intensitiesQuery(enterpriseId: string, method: string, year: number) {
  return queryOptions({
    queryKey: [...key(enterpriseId), method, year],
    queryFn: ({ signal }) =>
      apiGet<WatchedIntensities>(apiPath`/enterprises/${enterpriseId}/intensities`, {
        query: { method, year },
        signal,
      }),
  });
}

export function useDefineIntensities(enterpriseId: string, method: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (intensities: readonly IntensityEntry[]) =>
      apiPut(apiPath`/enterprises/${enterpriseId}/intensities`, { intensities }, { query: { method } }),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
