import { download } from '@/shared/format/csv';
import { apiBlob, type RequestOptions } from './client';

/** Fetches a file the server makes and hands it to the browser's downloads; a refusal is thrown like any other. */
export async function saveFile(
  path: string,
  fallbackName: string,
  query?: RequestOptions['query'],
): Promise<void> {
  const { blob, fileName } = await apiBlob(path, query ? { query } : {});
  download(fileName ?? fallbackName, blob);
}
