import { apiPath, apiPost } from '@/shared/api/client';
import { type LineVersion } from './confirm-lines';

export function reopenLines(
  enterpriseId: string,
  lines: readonly LineVersion[],
  reason: string,
): Promise<unknown> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/ledger/reopen`, { lines, reason });
}
