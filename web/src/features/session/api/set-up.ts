import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPost } from '@/shared/api/client';
import { sessionQuery } from '@/shared/api/session';

export interface SetUp {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** Makes the first administrator, with the one-time token from the server's console. */
export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (setUp: SetUp) => apiPost('/setup', setUp),
    onSuccess: () => client.refetchQueries({ queryKey: sessionQuery.queryKey }),
  });
}
