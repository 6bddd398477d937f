import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Bilingual } from '@/shared/i18n/use-locale';

/** A method edition to choose from. */
export interface MethodName {
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual;
}

export const methodNamesQuery = queryOptions({
  queryKey: ['methods', 'names'],
  queryFn: async ({ signal }) => (await apiGet<{ items: MethodName[] }>('/methods', { signal })).items,
  staleTime: Infinity,
});
