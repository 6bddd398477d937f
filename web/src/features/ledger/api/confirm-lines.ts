import { apiPath, apiPost } from '@/shared/api/client';
import { type Body } from '@/shared/api/contract';

export type LineVersion = Body<'ledger.confirm'>['lines'][number];

export function confirmLines(enterpriseId: string, lines: readonly LineVersion[]): Promise<unknown> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/ledger/confirm`, { lines });
}
