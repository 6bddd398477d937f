import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

export type DocumentFile = Item<'document.list'>;
export type DocumentKind = DocumentFile['kind'];

export function documentFilesQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['crosscheck', enterpriseId, 'files'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'document.list'>>(apiPath`/enterprises/${enterpriseId}/crosscheck/files`, {
          signal,
        })
      ).items,
  });
}

/** Imports a whole file, or nothing of it. */
export function useBringDocuments(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, file }: { kind: DocumentKind; file: File }) => {
      const form = new FormData();
      form.set('file', file);
      form.set('kind', kind);
      return apiPost<DocumentFile>(apiPath`/enterprises/${enterpriseId}/crosscheck/files`, form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['crosscheck', enterpriseId] }),
  });
}

export function useWithdrawFile(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      apiPost(apiPath`/enterprises/${enterpriseId}/crosscheck/files/${id}/withdrawal`, { reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['crosscheck', enterpriseId] }),
  });
}
