import { apiPath, apiPost } from '@/shared/api/client';
import { type ImportPreview } from './get-import';

/** Reads the file on the server and plans it; stores no value. */
export function uploadImport(enterpriseId: string, year: number, file: File): Promise<ImportPreview> {
  const form = new FormData();
  form.set('file', file);
  form.set('year', String(year));
  form.set('kind', 'ledger');
  return apiPost(apiPath`/enterprises/${enterpriseId}/imports`, form);
}
