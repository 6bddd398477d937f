import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderInApp, stubApi, testSession } from '@/test-app';
import { LoginPage } from './login-page';

const stranger = {
  ...testSession,
  account: null,
  csrfToken: null,
  enterprises: [],
  permissions: [],
  demo: false,
};

function show(options: { locale?: 'zh-CN' | 'en'; demo?: boolean; at?: string } = {}) {
  renderInApp(<LoginPage />, {
    path: '/login',
    at: options.at ?? '/login',
    session: { ...stranger, demo: options.demo ?? false },
    ...(options.locale ? { locale: options.locale } : {}),
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('the log-in page', () => {
  it('logs in and goes back to where one wanted to go', async () => {
    const asked = stubApi({ 'POST /session': testSession, 'GET /session': testSession });
    show({ at: `/login?back=${encodeURIComponent('/e/e1/y/2025/ledger?sheet=1')}` });

    await userEvent.type(screen.getByLabelText('登录名'), 'steel.manager');
    await userEvent.type(screen.getByLabelText('密码'), 'correct horse{Enter}');

    expect(await screen.findByText('/e/e1/y/2025/ledger?sheet=1')).toBeInTheDocument();
    expect(asked[0]).toMatchObject({
      request: 'POST /session',
      body: { login: 'steel.manager', password: 'correct horse' },
    });
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example'])('never goes to %s', (back) => {
    renderInApp(<LoginPage />, { path: '/login', at: `/login?back=${encodeURIComponent(back)}` });
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/$/);
  });

  it("shows the server's reason for a refusal in the reader's language", async () => {
    stubApi({
      'POST /session': () => ({
        status: 401,
        body: {
          status: 401,
          code: 'identity.bad-credentials',
          messages: { zh: '登录名或密码不正确。', en: 'Wrong login name or password.' },
        },
      }),
    });
    show({ locale: 'en' });

    await userEvent.type(screen.getByLabelText('Login name'), 'x');
    await userEvent.type(screen.getByLabelText('Password'), 'y');
    await userEvent.click(screen.getByRole('button', { name: 'Log in' }));

    expect(await screen.findByText('Wrong login name or password.')).toBeInTheDocument();
  });

  it('asks for both fields before it asks the server', async () => {
    const asked = stubApi({});
    show();
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(await screen.findByText('请填写密码')).toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  it('offers the demo accounts in demo mode only', async () => {
    const logins = [
      {
        login: 'steel.manager',
        password: 'p',
        name: 'x',
        nameEn: 'x',
        role: 'CARBON_MANAGER',
        enterprise: '云峤',
        enterpriseEn: 'Yunqiao',
      },
    ];
    const asked = stubApi({
      'GET /demo/logins': { items: logins },
      'POST /session': testSession,
      'GET /session': testSession,
    });
    show({ demo: true });
    await userEvent.click(await screen.findByRole('button', { name: /碳排放管理人员/ }));
    expect(asked.find(({ request }) => request === 'POST /session')?.body).toEqual({
      login: 'steel.manager',
      password: 'p',
    });
  });
});
