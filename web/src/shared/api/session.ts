import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Bilingual } from '@/shared/i18n/use-locale';
import { type Role } from '@/shared/i18n/roles';
import { apiGet, rememberCsrfToken } from './client';

/** What a person may do, as the server names it. */
export type Right =
  | 'ACCOUNT_MANAGE'
  | 'ENTERPRISE_CREATE'
  | 'ENTERPRISE_READ'
  | 'ENTERPRISE_EDIT'
  | 'BOUNDARY_READ'
  | 'BOUNDARY_EDIT'
  | 'PARAMETER_READ'
  | 'PARAMETER_EDIT'
  | 'LEDGER_READ'
  | 'LEDGER_ENTER'
  | 'LEDGER_CONFIRM'
  | 'LEDGER_REOPEN'
  | 'VOUCHER_READ'
  | 'VOUCHER_ADD'
  | 'IMPORT_READ'
  | 'IMPORT_RUN'
  | 'INVENTORY_READ'
  | 'INVENTORY_RUN'
  | 'INVENTORY_RESTATE';

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
  readonly roles: readonly Role[];
  readonly permissions: readonly Right[];
  readonly sector: string | null;
  /** Method editions the enterprise accounts by; the first is its default. */
  readonly methods: readonly string[];
  readonly years: readonly number[];
}

/** Who is logged in and what they may do. `account` is null for somebody who is not. */
export interface Session {
  readonly account: SessionAccount | null;
  readonly csrfToken: string | null;
  /** Held for the whole installation rather than at one enterprise. */
  readonly roles: readonly Role[];
  /** Held anywhere; what may be done at one enterprise stands with the enterprise. */
  readonly permissions: readonly Right[];
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
