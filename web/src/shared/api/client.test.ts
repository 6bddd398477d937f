import { afterEach, describe, expect, it, vi } from 'vitest';
import { apiGet, apiPatch, apiPath, apiPost, apiUrl, handleUnauthorized, rememberCsrfToken } from './client';
import { ApiProblem, isVersionConflict } from './problem';

function answer(status: number, body?: unknown) {
  const stub = vi.fn<typeof fetch>(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );
  vi.stubGlobal('fetch', stub);
  return {
    request: () => stub.mock.calls[0]?.[1],
    headers: () => new Headers(stub.mock.calls[0]?.[1]?.headers),
  };
}

async function refusal(promise: Promise<unknown>): Promise<ApiProblem> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
  }
  throw new Error('expected an ApiProblem');
}

afterEach(() => {
  vi.unstubAllGlobals();
  rememberCsrfToken(null);
});

describe('the API client', () => {
  it('sends token, version, key and language with a change', async () => {
    rememberCsrfToken('token-1');
    const { headers } = answer(200, {});
    await apiPatch('/accounts/1', { disabled: true }, { ifMatch: 3, idempotencyKey: 'k' });
    expect(headers().get('X-CSRF-Token')).toBe('token-1');
    expect(headers().get('If-Match')).toBe('"3"');
    expect(headers().get('Idempotency-Key')).toBe('k');
    expect(headers().get('Accept-Language')).toBe('zh-CN');
    expect(headers().get('Content-Type')).toBe('application/json');
  });

  it('gives every POST a key of its own and reads no token into a GET', async () => {
    rememberCsrfToken('token-1');
    const post = answer(200, {});
    await apiPost('/imports');
    expect(post.headers().get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    const get = answer(200, {});
    await apiGet('/session');
    expect(get.headers().get('X-CSRF-Token')).toBeNull();
  });

  it('leaves the content type of a form with files to the browser', async () => {
    const { headers } = answer(200, {});
    await apiPost('/imports', new FormData());
    expect(headers().get('Content-Type')).toBeNull();
  });

  it('turns a refusal into its code, both texts and all positions', async () => {
    answer(422, {
      status: 422,
      code: 'import.rejected',
      title: '导入被退回',
      messages: { zh: '导入被退回', en: 'The import was rejected' },
      problems: [
        {
          code: 'import.unit',
          severity: 'error',
          message: { zh: '单位不对', en: 'Wrong unit' },
          sheet: '电力热力',
          cell: 'E9',
        },
      ],
    });
    const problem = await refusal(apiPost('/imports'));
    expect(problem.code).toBe('import.rejected');
    expect(problem.text).toEqual({ zh: '导入被退回', en: 'The import was rejected' });
    expect(problem.problems[0]?.cell).toBe('E9');
  });

  it('keeps its head when the answer is no problem document', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
    expect((await refusal(apiGet('/session'))).code).toBe('server');
  });

  it('says when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
    expect(await refusal(apiGet('/session'))).toMatchObject({ status: 0, code: 'network' });
  });

  it('knows a version conflict', async () => {
    answer(412, { status: 412, code: 'ledger.version-conflict' });
    expect(isVersionConflict(await refusal(apiGet('/x')))).toBe(true);
  });

  it('tells the app when the session has ended, but not for a wrong password', async () => {
    const ended = vi.fn();
    handleUnauthorized(ended);
    answer(401, { status: 401, code: 'identity.bad-credentials' });
    await refusal(apiPost('/session', {}));
    expect(ended).not.toHaveBeenCalled();
    await refusal(apiGet('/accounts'));
    expect(ended).toHaveBeenCalledOnce();
  });

  it('encodes what it puts into addresses', () => {
    expect(apiPath`/figures/${'month:2025-01:flux'}/trace`).toBe('/figures/month%3A2025-01%3Aflux/trace');
    expect(apiUrl('/ledger', { year: 2025, q: '', sheet: '电力' })).toBe(
      '/api/v1/ledger?year=2025&sheet=%E7%94%B5%E5%8A%9B',
    );
  });
});
