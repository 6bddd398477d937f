import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Item } from '@/shared/api/contract';

export type AccountEvent = Item<'account.events'>;

/** The newest hundred log-ins and changes of one account. */
export function accountEventsQuery(accountId: string) {
  return queryOptions({
    queryKey: ['accounts', accountId, 'events'],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: AccountEvent[] }>(apiPath`/accounts/${accountId}/events`, { signal })).items,
  });
}
