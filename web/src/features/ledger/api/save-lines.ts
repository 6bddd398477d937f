import { apiPath, apiPut } from '@/shared/api/client';
import { type Body } from '@/shared/api/contract';

export type Slot = LineEntry['slot'];

/** A value in the unit beside it (null empties the line), and the version it is based on (0 where there was no line). */
export type LineEntry = Body<'ledger.enter'>['lines'][number];

/** All entries or none: the server refuses the whole batch if one of them is wrong or based on an old version. */
export function saveLines(
  enterpriseId: string,
  lines: readonly LineEntry[],
  reason?: string,
): Promise<unknown> {
  return apiPut(apiPath`/enterprises/${enterpriseId}/ledger/lines`, {
    lines,
    ...(reason ? { reason } : {}),
  });
}
