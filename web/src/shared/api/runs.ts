import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer, type Item } from '@/shared/api/contract';

export type Run = Item<'inventory.list'>;

/** The runs of a year, those that hold first. */
export function runsQuery(enterpriseId: string, year: number) {
  return queryOptions({
    queryKey: ['inventories', enterpriseId, year, 'all'],
    queryFn: async ({ signal }) => {
      const all: Run[] = [];
      let cursor: string | null = null;
      do {
        const page: Answer<'inventory.list'> = await apiGet(
          apiPath`/enterprises/${enterpriseId}/inventories`,
          { query: { year, cursor }, signal },
        );
        all.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return all.sort((a, b) => rank(a) - rank(b) || b.number - a.number);
    },
  });
}

function rank(run: Run): number {
  return (run.state === 'CURRENT' ? 0 : 2) + (run.period.year === null ? 1 : 0);
}

/** The run asked for, else the current one of the enterprise's first method that has one, else any. */
export function runToShow(runs: readonly Run[], methods: readonly string[], asked: string): Run | undefined {
  const current = methods
    .map((method) => runs.find((one) => one.method.id === method && one.state === 'CURRENT'))
    .find((one) => one !== undefined);
  return runs.find(({ id }) => id === asked) ?? current ?? runs[0];
}
