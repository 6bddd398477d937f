import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPost } from '@/shared/api/client';
import { sessionQuery } from '@/shared/api/session';
import { type Body } from '@/shared/api/contract';

export type ChangePassword = Body<'session.changePassword'>;

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangePassword) => apiPost('/session/password', change),
    onSuccess: () => client.refetchQueries({ queryKey: sessionQuery.queryKey }),
  });
}
