import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Item } from '@/shared/api/contract';

/** A method edition to choose from. */
export type MethodName = Pick<Item<'method.list'>, 'id' | 'number' | 'title'>;

export const methodNamesQuery = queryOptions({
  queryKey: ['methods', 'names'],
  queryFn: async ({ signal }) => (await apiGet<{ items: MethodName[] }>('/methods', { signal })).items,
  staleTime: Infinity,
});
