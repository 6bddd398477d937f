import { apiPath, apiPost } from '@/shared/api/client';
import { type ImportPreview } from './get-import';

/** Writes all of it or none. */
export function commitImport(
  enterpriseId: string,
  importId: string,
  fingerprint: string | null,
  reason: string | null,
): Promise<ImportPreview> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/imports/${importId}/commit`, { fingerprint, reason });
}
