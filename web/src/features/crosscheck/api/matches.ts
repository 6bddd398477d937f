import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPut } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

export type ItemMatch = Item<'match.list'>;
export type MatchEntry = Body<'match.confirm'>['items'][number];
export type Tolerance = Item<'match.tolerances'>;

export function matchesQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['crosscheck', enterpriseId, 'matches', year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'match.list'>>(apiPath`/enterprises/${enterpriseId}/crosscheck/matches`, {
          query: { year },
          signal,
        })
      ).items,
  });
}

export function useConfirmMatches(enterpriseId: string, year: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: readonly MatchEntry[]) =>
      apiPut(apiPath`/enterprises/${enterpriseId}/crosscheck/matches`, { year, items }),
    onSettled: () => client.invalidateQueries({ queryKey: ['crosscheck', enterpriseId] }),
  });
}

export function tolerancesQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['crosscheck', enterpriseId, 'tolerances'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'match.tolerances'>>(
          apiPath`/enterprises/${enterpriseId}/crosscheck/tolerances`,
          { signal },
        )
      ).items,
  });
}

export function useChangeTolerance(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'match.tolerate'>) =>
      apiPut(apiPath`/enterprises/${enterpriseId}/crosscheck/tolerances`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['crosscheck', enterpriseId] }),
  });
}
