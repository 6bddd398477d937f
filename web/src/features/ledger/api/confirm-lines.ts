import { apiPath, apiPost } from '@/shared/api/client';

export interface LineVersion {
  readonly lineId: string;
  readonly version: number;
}

export function confirmLines(enterpriseId: string, lines: readonly LineVersion[]): Promise<unknown> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/ledger/confirm`, { lines });
}
