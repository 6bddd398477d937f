import { storedLocale } from '@/shared/i18n/locale';
import { ApiProblem, parseProblem } from './problem';

const BASE = '/api/v1';

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** The version the change is based on; the server refuses if it moved on. */
  readonly ifMatch?: number | string;
  /** Lets a repeated POST be answered with the first result instead of doing it twice. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let csrfToken: string | null = null;
let onUnauthorized: () => void = () => undefined;

/** The token comes with `GET /session` and goes back with every change. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** What to do when the session has ended on the server. */
export function handleUnauthorized(handler: () => void): void {
  onUnauthorized = handler;
}

/** `/enterprises/{e}/units` with its parts encoded. */
export function apiPath(strings: TemplateStringsArray, ...parts: readonly string[]): string {
  return strings.reduce(
    (path, text, i) => path + text + (i < parts.length ? encodeURIComponent(parts[i] ?? '') : ''),
    '',
  );
}

/** The address for a link or an image; the browser sends the session cookie itself. */
export function apiUrl(path: string, query: RequestOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return BASE + path + (text === '' ? '' : `?${text}`);
}

export function apiGet<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return send<T>('GET', path, undefined, options);
}

export function apiPost<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  return send<T>('POST', path, body, { idempotencyKey: crypto.randomUUID(), ...options });
}

export function apiPut<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  return send<T>('PUT', path, body, options);
}

export function apiPatch<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  return send<T>('PATCH', path, body, options);
}

export function apiDelete<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return send<T>('DELETE', path, undefined, options);
}

/** A file the server makes (xlsx, json), with the name it gave it. */
export async function apiBlob(
  path: string,
  options: RequestOptions = {},
): Promise<{ blob: Blob; fileName: string | null }> {
  const response = await request('GET', path, undefined, options);
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await response.blob(), fileName: encoded ? decodeURIComponent(encoded) : (plain ?? null) };
}

async function send<T>(method: Method, path: string, body: unknown, options: RequestOptions): Promise<T> {
  const response = await request(method, path, body, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function request(
  method: Method,
  path: string,
  body: unknown,
  options: RequestOptions,
): Promise<Response> {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json, */*;q=0.5',
    'Accept-Language': storedLocale(),
  });
  if (method !== 'GET' && csrfToken !== null) headers.set('X-CSRF-Token', csrfToken);
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
  const multipart = body instanceof FormData;
  if (body !== undefined && !multipart) headers.set('Content-Type', 'application/json');

  const response = await reach(apiUrl(path, options.query), {
    method,
    headers,
    credentials: 'same-origin',
    ...(options.signal ? { signal: options.signal } : {}),
    ...(body === undefined ? {} : { body: multipart ? body : JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const problem = parseProblem(response.status, await response.json().catch(() => null));
  if (response.status === 401 && path !== '/session') onUnauthorized();
  throw problem;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, 'network', null);
  }
}
