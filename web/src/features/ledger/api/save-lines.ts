import { apiPath, apiPut } from '@/shared/api/client';

export type Slot = 'MONTH' | 'OPENING';

export interface LineEntry {
  readonly parameterId: string;
  readonly month: string;
  readonly slot: Slot;
  /** In the unit beside it; null empties the line. */
  readonly value: string | null;
  readonly unit: string;
  /** Version the entry is based on; 0 where there was no line. */
  readonly version: number;
}

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
