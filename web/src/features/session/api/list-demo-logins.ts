import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Bilingual } from '@/shared/i18n/use-locale';

/** A ready-made account of the demonstration; only listed in demo mode. */
export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly role: Bilingual | null;
  readonly enterprise: Bilingual | null;
}

export const demoLoginsQuery = queryOptions({
  queryKey: ['demo-logins'],
  queryFn: async ({ signal }) => (await apiGet<{ items: DemoLogin[] }>('/demo/logins', { signal })).items,
  staleTime: Infinity,
});
