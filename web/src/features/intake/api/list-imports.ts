import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Item } from '@/shared/api/contract';

export type ImportHead = Item<'import.list'>;

export function importsQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: ['imports', enterpriseId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ items: ImportHead[] }>(apiPath`/enterprises/${enterpriseId}/imports`, { signal }))
        .items,
  });
}
