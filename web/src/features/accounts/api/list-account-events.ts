import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';

export interface AccountEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly login: string;
  readonly by: string | null;
  readonly address: string | null;
  readonly detail: string | null;
}

/** The newest hundred log-ins and changes of one account. */
export function accountEventsQuery(accountId: string) {
  return queryOptions({
    queryKey: ['accounts', accountId, 'events'],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: AccountEvent[] }>(apiPath`/accounts/${accountId}/events`, { signal })).items,
  });
}
