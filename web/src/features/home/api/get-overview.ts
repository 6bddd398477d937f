import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

export type Overview = Answer<'overview.show'>;

/** What the home page shows of one run. */
export type OverviewRun = NonNullable<Overview['run']>;
export type OverviewSource = OverviewRun['bySource'][number];
export type OverviewMonth = OverviewRun['byMonth'][number];
export type OverviewProcess = OverviewRun['byProcess'][number];
export type OverviewIntensity = OverviewRun['intensities'][number];
export type OverviewFigure = OverviewRun['total'];

/** How much one source rose or fell, with the sign it has in the total. */
export type OverviewChange = NonNullable<Overview['change']>['bySource'][number];

export type OverviewToDo = Overview['todos'][number];
export type ToDoKind = OverviewToDo['kind'];

export function overviewQuery(enterpriseId: string, year: number, method: string | null) {
  return queryOptions({
    queryKey: ['overview', enterpriseId, year, method],
    queryFn: ({ signal }) =>
      apiGet<Overview>(apiPath`/enterprises/${enterpriseId}/overview`, { query: { year, method }, signal }),
  });
}
