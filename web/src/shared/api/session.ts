import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { apiGet, rememberCsrfToken } from './client';
import { type Answer, type Schema } from './contract';

/** What a person may do, as the server names it. */
export type Right = Schema<'Right'>;

export type SessionAccount = NonNullable<Session['account']>;

/** An enterprise the person may see; the first of its method editions is its default. */
export type SessionEnterprise = Session['enterprises'][number];

/**
 * Who is logged in and what they may do. `account` is null for somebody who is not. Roles and permissions of the
 * session are those held for the whole installation; what may be done at one enterprise stands with the enterprise.
 */
export type Session = Answer<'session.show'>;

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
