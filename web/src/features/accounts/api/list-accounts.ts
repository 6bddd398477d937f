import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

/** A role at one enterprise; the administrator's is held for the whole installation and names none. */
export type Grant = Account['grants'][number];

export type Account = Item<'account.list'>;

type Page = Answer<'account.list'>;

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
