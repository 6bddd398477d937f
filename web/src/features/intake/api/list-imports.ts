import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type ImportState } from './get-import';

export interface ImportHead {
  readonly id: string;
  readonly year: number;
  readonly fileName: string;
  readonly digest: string | null;
  readonly state: ImportState;
  readonly linesWritten: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly committedAt: string | null;
}

export function importsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['imports', enterpriseId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: ImportHead[] }>(apiPath`/enterprises/${enterpriseId}/imports`, { signal }))
        .items,
  });
}
