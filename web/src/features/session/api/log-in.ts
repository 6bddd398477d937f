import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPost } from '@/shared/api/client';
import { sessionQuery } from '@/shared/api/session';

export interface LogIn {
  readonly login: string;
  readonly password: string;
}

/** Logs in, then learns who that is and gets the token for changes. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (logIn: LogIn) => apiPost('/session', logIn),
    onSuccess: () => client.refetchQueries({ queryKey: sessionQuery.queryKey }),
  });
}
