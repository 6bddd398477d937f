import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

/** Plan items made from parameters no item reads yet. Nothing of it is kept until somebody accepts it. */
export type PlanProposal = Answer<'planProposal.propose'>;
export type ProposedItem = PlanProposal['items'][number];
export type Likelihood = ProposedItem['likelihood'];

export function planProposalQuery(enterpriseId: string, method: string, year: number) {
  return queryOptions({
    queryKey: ['plan-proposal', enterpriseId, method, year],
    queryFn: ({ signal }) =>
      apiGet<PlanProposal>(apiPath`/enterprises/${enterpriseId}/plan-proposal`, {
        query: { method, year },
        signal,
      }),
    gcTime: 0,
  });
}
