import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPost } from '@/shared/api/client';
import { sessionQuery } from '@/shared/api/session';
import { type Body } from '@/shared/api/contract';

export type LogIn = Body<'session.logIn'>;

/** Logs in, then learns who that is and gets the token for changes. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (logIn: LogIn) => apiPost('/session', logIn),
    onSuccess: () => client.refetchQueries({ queryKey: sessionQuery.queryKey }),
  });
}
