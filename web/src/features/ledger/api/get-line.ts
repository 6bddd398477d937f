import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';

/** A line with all its versions, newest first. */
export type LineDetail = Answer<'ledger.history'>;

/** One version of a line: who wrote what, when and why, and where an imported number was read. */
export type LineVersionEntry = LineDetail['versions'][number];

export function lineQuery(enterpriseId: string, lineId: string) {
  return queryOptions({
    queryKey: ['ledger-line', enterpriseId, lineId],
    queryFn: ({ signal }) =>
      apiGet<LineDetail>(apiPath`/enterprises/${enterpriseId}/ledger/lines/${lineId}`, { signal }),
  });
}
