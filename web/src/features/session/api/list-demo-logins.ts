import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Role } from '@/shared/i18n/roles';

/** A ready-made account of the demonstration; only listed in demo mode. */
export interface DemoLogin {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly nameEn: string;
  readonly role: Role;
  readonly enterprise: string;
  readonly enterpriseEn: string;
}

export const demoLoginsQuery = queryOptions({
  queryKey: ['demo-logins'],
  queryFn: async ({ signal }) => (await apiGet<{ items: DemoLogin[] }>('/demo/logins', { signal })).items,
  staleTime: Infinity,
});
