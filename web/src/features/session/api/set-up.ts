import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPost } from '@/shared/api/client';
import { sessionQuery } from '@/shared/api/session';
import { type Body } from '@/shared/api/contract';

export type SetUp = Body<'session.setUp'>;

/** Makes the first administrator, with the one-time token from the server's console. */
export function useSetUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (setUp: SetUp) => apiPost('/setup', setUp),
    onSuccess: () => client.refetchQueries({ queryKey: sessionQuery.queryKey }),
  });
}
