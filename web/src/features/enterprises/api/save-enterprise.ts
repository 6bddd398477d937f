import { useMutation, useQueryClient } from '@tanstack/react-query';
import { apiPatch, apiPath, apiPost } from '@/shared/api/client';
import { type Enterprise, enterprisesQuery } from '@/shared/api/get-enterprise';
import { sessionQuery } from '@/shared/api/session';
import { type Body } from '@/shared/api/contract';

export type EnterpriseDraft = Required<Omit<Body<'enterprise.create'>, 'groupId' | 'zone'>>;

/** Opens an enterprise, or changes the one given. */
export function useSaveEnterprise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ enterprise, draft }: { enterprise: Enterprise | null; draft: EnterpriseDraft }) =>
      enterprise === null
        ? apiPost<Enterprise>('/enterprises', draft)
        : apiPatch<Enterprise>(apiPath`/enterprises/${enterprise.id}`, draft, {
            ifMatch: enterprise.version,
          }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: enterprisesQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['enterprise', id] });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}
