import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Role } from '@/shared/i18n/roles';

/** A role at one enterprise; the administrator's is held for the whole installation and names none. */
export interface Grant {
  readonly role: Role;
  readonly enterpriseId: string | null;
}

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly locale: string;
  readonly enabled: boolean;
  readonly demo: boolean;
  readonly mustChangePassword: boolean;
  /** Until when log-ins are refused after too many wrong passwords. */
  readonly blockedUntil: string | null;
  readonly grants: readonly Grant[];
  readonly version: number;
}

interface Page {
  readonly items: readonly Account[];
  readonly nextCursor: string | null;
}

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => {
    const all: Account[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await apiGet<Page>('/accounts', { query: { cursor }, signal });
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  },
});
