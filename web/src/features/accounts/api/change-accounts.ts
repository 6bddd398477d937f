import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type Account, accountsQuery } from './list-accounts';
import { type Body } from '@/shared/api/contract';

export type NewAccount = Body<'account.create'>;

/** What is absent stays as it is; a password given here is a one-time one, to be changed at the next log-in. */
export type AccountChange = Body<'account.change'>;

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
