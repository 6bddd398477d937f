import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Another server to test, already running with demo data; otherwise one is started. */
export const GIVEN_URL = process.env['TANHENG_E2E_URL'];
export const E2E_PORT = Number(process.env['TANHENG_E2E_PORT'] ?? 18080);

const START_MILLIS = 600_000;
const STOP_MILLIS = 20_000;

export function baseUrl(port: number): string {
  return GIVEN_URL ?? `http://127.0.0.1:${port}`;
}

export interface RunningServer {
  readonly stop: () => Promise<void>;
}

/** Starts `./tanheng demo` on an empty data folder of its own and waits until all samples are in. */
export async function startDemo(port: number, logFile: string): Promise<RunningServer> {
  const data = await mkdtemp(path.join(tmpdir(), 'tanheng-e2e-'));
  const root = path.resolve(import.meta.dirname, '../..');
  const server = spawn(path.join(root, 'tanheng'), ['demo'], {
    cwd: root,
    env: { ...process.env, TANHENG_PORT: String(port), TANHENG_ADDRESS: '127.0.0.1', TANHENG_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const stop = () => stopServer(server, data);
  try {
    await waitUntilReady(baseUrl(port), server, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function stopServer(server: ChildProcess, data: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), STOP_MILLIS);
    await ended;
    clearTimeout(late);
  }
  await rm(data, { recursive: true, force: true });
}

interface Progress {
  readonly finished: boolean;
  readonly failed: { readonly en: string } | null;
}

async function waitUntilReady(url: string, server: ChildProcess, logFile: string): Promise<void> {
  const end = Date.now() + START_MILLIS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}; see ${logFile}`);
    const progress = await readProgress(url);
    if (progress?.failed) throw new Error(`the demo data were refused: ${progress.failed.en}`);
    if (progress?.finished) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the server was not ready within ${START_MILLIS / 1000} s; see ${logFile}`);
}

/** Null while nobody listens yet. */
async function readProgress(url: string): Promise<Progress | null> {
  let response: Response;
  try {
    response = await fetch(`${url}/api/v1/demo/progress`);
  } catch {
    return null;
  }
  return response.ok ? ((await response.json()) as Progress) : null;
}
