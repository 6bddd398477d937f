import { expect, type Locator, type Page } from '@playwright/test';

export type Language = 'zh' | 'en';

/** What a story looks for on screen, in the language it is told in. */
export const WORDS = {
  zh: {
    logIn: '登录',
    logOut: '退出登录',
    account: '账户',
    demoAccounts: '演示账户',
    year: '核算年度',
    enterprise: '企业',
    total: '碳排放总量',
    navigation: '主导航',
    search: '搜索',
  },
  en: {
    logIn: 'Log in',
    logOut: 'Log out',
    account: 'Account',
    demoAccounts: 'Demo accounts',
    year: 'Accounting year',
    enterprise: 'Enterprise',
    total: 'Total emissions',
    navigation: 'Main navigation',
    search: 'Search',
  },
} as const;

export async function useLanguage(page: Page, language: Language): Promise<void> {
  await page.addInitScript(
    (locale) => window.localStorage.setItem('tanheng.locale', locale),
    language === 'en' ? 'en' : 'zh-CN',
  );
}

/** Logs in with one of the demo accounts listed on the log-in page. */
export async function logInAs(page: Page, login: string, language: Language = 'zh'): Promise<void> {
  await page.goto('/login');
  const accounts = page.getByRole('region', { name: WORDS[language].demoAccounts });
  await accounts
    .getByRole('button')
    .filter({ has: page.getByText(login, { exact: true }) })
    .click();
  await page.waitForURL((url) => !['/', '/login'].includes(url.pathname));
}

export async function logOut(page: Page, language: Language = 'zh'): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: WORDS[language].account }).click();
  await page.getByRole('menuitem', { name: WORDS[language].logOut }).click();
  await page.waitForURL((url) => url.pathname === '/login');
}

export function navigation(page: Page, language: Language = 'zh'): Locator {
  return page.getByRole('navigation', { name: WORDS[language].navigation });
}

/** The address of a page in the enterprise and year now on screen. */
export function scopedPath(page: Page, rest: string): string {
  const [, e, enterprise, y, year] = new URL(page.url()).pathname.split('/');
  expect([e, y]).toEqual(['e', 'y']);
  return `/e/${enterprise}/y/${year}${rest === '' ? '' : `/${rest}`}`;
}

/** Waits until a page has its data and its charts are drawn. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .ant-skeleton')).toHaveCount(0);
  await expect(page.locator('.th-chart-canvas[data-ready="false"]')).toHaveCount(0);
  await page.waitForTimeout(500);
}
