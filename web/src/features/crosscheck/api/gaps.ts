import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

/** Something bought, in the boundary or named by a method that feeds no row of the plan. */
export type Gap = Item<'completeness.list'>;

export function gapsQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['gaps', enterpriseId, year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'completeness.list'>>(apiPath`/enterprises/${enterpriseId}/crosscheck/gaps`, {
          query: { year },
          signal,
        })
      ).items,
  });
}

export function useAnswerGap(enterpriseId: string, year: number, gap: Gap) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, words }: { act: 'answer' | 'reopening'; words: string }) =>
      apiPost(apiPath`/enterprises/${enterpriseId}/crosscheck/gaps/${gap.id}/${act}`, { year, words }),
    onSettled: () => client.invalidateQueries({ queryKey: ['gaps', enterpriseId] }),
  });
}
