import { expect, test } from '@playwright/test';
import { logInAs, logOut, navigation, useLanguage, WORDS } from '../support/app';

for (const language of ['zh', 'en'] as const) {
  test(`a carbon manager logs in and out (${language})`, async ({ page }) => {
    await useLanguage(page, language);

    await logInAs(page, 'steel.manager', language);

    await expect(page).toHaveURL(/\/e\/[0-9a-f-]{36}\/y\/2025$/);
    await expect(navigation(page, language)).toBeVisible();
    const address = page.url();
    await logOut(page, language);
    await page.goto(address);
    await expect(page.getByRole('heading', { name: WORDS[language].logIn })).toBeVisible();
  });
}

test('a wrong password is refused without saying which part was wrong', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('登录名').fill('steel.manager');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: '登录', exact: true }).click();

  const first = (await page.getByRole('alert').textContent()) ?? '';
  expect(first).not.toBe('');
  await page.getByLabel('登录名').fill('nobody.at.all');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(first);
});

test('a link to a page leads there after logging in', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  const target = `${new URL(page.url()).pathname}/boundary`;
  await logOut(page);

  await page.goto(target);
  await expect(page).toHaveURL(/\/login\?back=/);
  await page.getByRole('button').filter({ hasText: 'steel.manager' }).click();

  await expect(page).toHaveURL(new RegExp(`${target}$`));
});

test('the language changes on the spot and stays', async ({ page }) => {
  await page.goto('/login');
  await page.getByRole('button', { name: '切换到英文' }).click();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
});
