import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Item } from '@/shared/api/contract';

/** A ready-made account of the demonstration; only listed in demo mode. */
export type DemoLogin = Item<'demo.list'>;

export const demoLoginsQuery = queryOptions({
  queryKey: ['demo-logins'],
  queryFn: async ({ signal }) => (await apiGet<{ items: DemoLogin[] }>('/demo/logins', { signal })).items,
  staleTime: Infinity,
});
