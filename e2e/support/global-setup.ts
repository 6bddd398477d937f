import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { E2E_PORT, GIVEN_URL, startDemo } from './server';

/** Starts the server once for all stories; the returned function stops it. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (GIVEN_URL) return undefined;
  const results = path.resolve(import.meta.dirname, '../test-results');
  await mkdir(results, { recursive: true });
  const server = await startDemo(E2E_PORT, path.join(results, 'server.log'));
  return server.stop;
}
