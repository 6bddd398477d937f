import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

/** The differences of a year between ledger and documents, and the items nobody matched yet. */
export type Differences = Answer<'difference.list'>;
export type Difference = Differences['items'][number];
export type Comparison = Item<'difference.comparisons'>;

/** What a person can do about a difference. */
export type Act = 'explanation' | 'acceptance' | 'return';

export function differencesQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['crosscheck', enterpriseId, 'differences', year],
    queryFn: ({ signal }) =>
      apiGet<Differences>(apiPath`/enterprises/${enterpriseId}/crosscheck/differences`, {
        query: { year },
        signal,
      }),
  });
}

export function comparisonsQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['crosscheck', enterpriseId, 'comparisons', year],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'difference.comparisons'>>(
          apiPath`/enterprises/${enterpriseId}/crosscheck/comparisons`,
          { query: { year }, signal },
        )
      ).items,
  });
}

/** Explains, accepts or sends back; always about the figures on screen. */
export function useJudgement(enterpriseId: string, year: number, difference: Difference) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, words }: { act: Act; words: string | null }) =>
      apiPost<Difference>(
        apiPath`/enterprises/${enterpriseId}/crosscheck/differences/${difference.id}/${act}`,
        { year, figures: difference.figures, words },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['crosscheck', enterpriseId] }),
  });
}
