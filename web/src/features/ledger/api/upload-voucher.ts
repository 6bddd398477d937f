import { apiPath, apiPost } from '@/shared/api/client';

export function uploadVoucher(enterpriseId: string, lineId: string, file: File): Promise<unknown> {
  const form = new FormData();
  form.set('file', file);
  return apiPost(apiPath`/enterprises/${enterpriseId}/ledger/lines/${lineId}/vouchers`, form);
}
