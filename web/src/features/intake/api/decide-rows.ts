import { apiPath, apiPut } from '@/shared/api/client';
import { type ImportPreview } from './get-import';
import { type Body } from '@/shared/api/contract';

export type RowDecision = Body<'import.decide'>['rows'][number];

/** Remembered for the next file with the same rows. */
export function decideRows(
  enterpriseId: string,
  importId: string,
  rows: readonly RowDecision[],
): Promise<ImportPreview> {
  return apiPut(apiPath`/enterprises/${enterpriseId}/imports/${importId}/mapping`, { rows });
}
