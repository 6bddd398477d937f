import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

/** A factor of the catalogue as this enterprise sees it. */
export type LibraryFactor = Item<'library.list'>;
export type Confirmation = Item<'library.confirmations'>;
export type FactorUse = Item<'library.uses'>;

export function libraryQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['factor-library', enterpriseId, 'all'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'library.list'>>(apiPath`/enterprises/${enterpriseId}/factor-library`, {
          signal,
        })
      ).items,
  });
}

export function confirmationsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['factor-library', enterpriseId, 'confirmations'],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'library.confirmations'>>(
          apiPath`/enterprises/${enterpriseId}/factor-library/confirmations`,
          { signal },
        )
      ).items,
  });
}

export interface FactorKey {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export function usesQuery(enterpriseId: string, { table, row, column }: FactorKey) {
  return queryOptions({
    queryKey: ['factor-library', enterpriseId, 'uses', table, row, column],
    queryFn: async ({ signal }) =>
      (
        await apiGet<Answer<'library.uses'>>(apiPath`/enterprises/${enterpriseId}/factor-library/uses`, {
          query: { table, row, column },
          signal,
        })
      ).items,
  });
}

export function confirmFactor(enterpriseId: string, body: Body<'library.confirm'>): Promise<Confirmation> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/factor-library/confirmations`, body);
}

export function revokeConfirmation(enterpriseId: string, id: string, reason: string): Promise<void> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/factor-library/confirmations/${id}/revoke`, {
    reason,
  });
}

/** Puts a report or scan into the vault. */
export function uploadFactorFile(enterpriseId: string, file: File): Promise<Answer<'library.upload'>> {
  const form = new FormData();
  form.append('file', file);
  return apiPost(apiPath`/enterprises/${enterpriseId}/factor-library/files`, form);
}
