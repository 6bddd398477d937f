import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App, ConfigProvider } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router';
import { vi } from 'vitest';
import { type Session, sessionQuery } from '@/shared/api/session';
import { type Locale } from '@/shared/i18n/locale';
import { LocaleProvider } from '@/shared/i18n/use-locale';
import { type FigureRef, TraceContext } from '@/shared/ui/trace-context';

export const testSession: Session = {
  account: { id: 'a1', login: 'manager', name: '碳管理员', locale: 'zh-CN', mustChangePassword: false },
  csrfToken: 'token',
  roles: [],
  permissions: [],
  enterprises: [
    {
      id: 'e1',
      name: { zh: '湖北云峤钢铁有限公司', en: 'Hubei Yunqiao Iron and Steel' },
      roles: ['CARBON_MANAGER'],
      permissions: ['BOUNDARY_READ', 'BOUNDARY_EDIT', 'LEDGER_READ', 'INVENTORY_READ'],
      sector: 'steel',
      methods: ['gbt-32151-5@2015'],
      years: [2024, 2025],
    },
  ],
  demo: true,
  setupNeeded: false,
};

interface RenderOptions {
  readonly locale?: Locale;
  readonly session?: Session;
  readonly at?: string;
  readonly path?: string;
  readonly openTrace?: (ref: FigureRef) => void;
}

/** Renders a screen inside everything the app puts around it; for tests only. */
export function renderInApp(screen: ReactNode, options: RenderOptions = {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery.queryKey, options.session ?? testSession);
  const router = createMemoryRouter(
    [
      {
        path: options.path ?? '/e/:enterpriseId/y/:year/*',
        element: (
          <>
            <Suspense fallback={null}>{screen}</Suspense>
            <Address />
          </>
        ),
      },
      { path: '*', element: <Address /> },
    ],
    { initialEntries: [options.at ?? '/e/e1/y/2025/'] },
  );
  const trace = { openTrace: options.openTrace ?? (() => undefined), closeTrace: () => undefined };
  return render(
    <QueryClientProvider client={client}>
      <LocaleProvider initial={options.locale ?? 'zh-CN'}>
        <ConfigProvider button={{ autoInsertSpace: false }}>
          <App>
            <TraceContext value={trace}>
              <RouterProvider router={router} />
            </TraceContext>
          </App>
        </ConfigProvider>
      </LocaleProvider>
    </QueryClientProvider>,
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}

/** A function decides by the body it is sent; anything else is answered as it is, with 200. */
type Decide = (body: unknown) => { status: number; body?: unknown };
type Answer = Decide | Readonly<Record<string, unknown>>;

/** Answers `GET /path` and the like from a table; anything else is a 404 problem. Returns what was asked. */
export function stubApi(table: Readonly<Record<string, Answer>>) {
  const asked: { request: string; body: unknown; headers: Headers }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const request = `${init.method ?? 'GET'} ${decodeURIComponent(url.replace('/api/v1', ''))}`;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    asked.push({ request, body, headers: new Headers(init.headers) });
    const answer = table[request] ?? table[request.split('?')[0] ?? ''];
    const { status, body: content } = answerTo(answer, body);
    return Promise.resolve(new Response(content === undefined ? null : JSON.stringify(content), { status }));
  });
  return asked;
}

function answerTo(answer: Answer | undefined, body: unknown): { status: number; body?: unknown } {
  if (answer === undefined) return { status: 404, body: { status: 404, code: 'not-found' } };
  return typeof answer === 'function' ? answer(body) : { status: 200, body: answer };
}
