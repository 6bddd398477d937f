import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type Account, accountsQuery, type Grant } from './list-accounts';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly locale: string;
  readonly password: string;
  readonly grants: readonly Grant[];
}

/** What is absent stays as it is. */
export interface AccountChange {
  readonly name?: string;
  readonly enabled?: boolean;
  readonly grants?: readonly Grant[];
  /** A one-time password; its owner must change it at the next log-in. */
  readonly password?: string;
  readonly unlock?: boolean;
}

export function useCreateAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: NewAccount) => apiPost<Account>('/accounts', account),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  });
}

export function useChangeAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ account, change }: { account: Account; change: AccountChange }) =>
      apiPatch<Account>(apiPath`/accounts/${account.id}`, change, { ifMatch: account.version }),
    onSuccess: () => client.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  });
}
