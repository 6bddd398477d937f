import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

/** A file read and planned; nothing of it is in the ledger before the commit. */
export type ImportPreview = Answer<'import.get'>;
export type ImportState = ImportPreview['state'];
export type ImportSheet = ImportPreview['sheets'][number];

/** One row of the file and where its values would go. */
export type ImportRow = ImportSheet['rows'][number];
export type RowAction = ImportRow['action'];

/** One value of the file and how it relates to the ledger as it is. */
export type ImportCell = ImportRow['cells'][number];

export function importQuery(enterpriseId: string, importId: string) {
  return queryOptions({
    queryKey: ['import', enterpriseId, importId],
    queryFn: ({ signal }) =>
      apiGet<ImportPreview>(apiPath`/enterprises/${enterpriseId}/imports/${importId}`, { signal }),
  });
}
