import { apiPath, apiPut } from '@/shared/api/client';
import { type Parameter } from '@/shared/api/list-parameters';
import { type ImportPreview } from './get-import';

export type RowDecision =
  | { readonly rowId: string; readonly action: 'MAP'; readonly parameterId: string }
  | { readonly rowId: string; readonly action: 'IGNORE' }
  | {
      readonly rowId: string;
      readonly action: 'NEW';
      readonly newParameter?: { readonly kind?: Parameter['kind'] };
    };

/** Remembered for the next file with the same rows. */
export function decideRows(
  enterpriseId: string,
  importId: string,
  rows: readonly RowDecision[],
): Promise<ImportPreview> {
  return apiPut(apiPath`/enterprises/${enterpriseId}/imports/${importId}/mapping`, { rows });
}
