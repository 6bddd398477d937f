import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Bilingual } from '@/shared/i18n/use-locale';
import { apiGet, rememberCsrfToken } from './client';

export interface SessionAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly locale: string | null;
  readonly mustChangePassword: boolean;
}

export interface SessionEnterprise {
  readonly id: string;
  readonly name: Bilingual;
  readonly roles: readonly string[];
  readonly sector: string | null;
  /** Method editions the enterprise accounts by; the first is its default. */
  readonly methods: readonly string[];
  readonly years: readonly number[];
}

/** Who is logged in and what they may do. `account` is null for somebody who is not. */
export interface Session {
  readonly account: SessionAccount | null;
  readonly csrfToken: string;
  readonly permissions: readonly string[];
  readonly enterprises: readonly SessionEnterprise[];
  readonly demo: boolean;
  readonly setupNeeded: boolean;
}

async function fetchSession(): Promise<Session> {
  const session = await apiGet<Session>('/session');
  rememberCsrfToken(session.csrfToken);
  return session;
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: Infinity,
});

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
