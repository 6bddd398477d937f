import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

/** Somebody may sign for somebody else for a time (授权代签). */
export type Delegation = Item<'delegation.list'>;

export function delegationsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['delegations', enterpriseId],
    queryFn: async () =>
      (await apiGet<Answer<'delegation.list'>>(apiPath`/enterprises/${enterpriseId}/delegations`)).items,
  });
}

export function addDelegation(enterpriseId: string, body: Body<'delegation.add'>): Promise<Delegation> {
  return apiPost<Delegation>(apiPath`/enterprises/${enterpriseId}/delegations`, body);
}

export function revokeDelegation(enterpriseId: string, id: string): Promise<void> {
  return apiPost<undefined>(apiPath`/enterprises/${enterpriseId}/delegations/${id}/revoke`);
}
