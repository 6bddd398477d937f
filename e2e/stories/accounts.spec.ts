import { expect, test } from '@playwright/test';
import { logInAs, navigation } from '../support/app';

test('the administrator opens an account, and its owner chooses a password first', async ({ page }) => {
  await logInAs(page, 'admin');
  await expect(page).toHaveURL(/\/settings\//);
  await navigation(page).getByRole('link', { name: '账户与权限' }).click();

  await page.getByRole('button', { name: '新增账户' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('登录名').fill('steel.lab');
  await dialog.getByLabel('姓名或岗位').fill('化验岗');
  await dialog.getByRole('combobox', { name: '企业' }).click();
  await page.getByTitle('湖北云峤钢铁有限公司').click();
  await dialog.getByRole('combobox', { name: '角色' }).click();
  await page.getByTitle('监测采集人员').click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '建立账户' }).click();
  const once = page.getByRole('dialog', { name: '一次性密码' });
  const password = (await once.locator('strong').textContent())?.trim() ?? '';
  expect(password).toMatch(/^\w{4}(-\w{4}){3}$/);
  await once.getByRole('button', { name: '已告知' }).click();
  await expect(page.getByRole('row', { name: /steel\.lab.*监测采集人员.*待改密码/ })).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/login');
  await page.getByLabel('登录名').fill('steel.lab');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/\/password$/);
  await page.getByLabel('当前密码').fill(password);
  await page.getByLabel('新密码', { exact: true }).fill('浙江湖畔2025的碳衡化验');
  await page.getByLabel('再输入一次新密码').fill('浙江湖畔2025的碳衡化验');
  await page.getByRole('button', { name: '修改密码' }).click();

  await expect(page).toHaveURL(/\/e\/.+\/y\/2025$/);
  await expect(navigation(page).getByText('设置')).toHaveCount(0);
});

test('the administrator sees no business data', async ({ page }) => {
  await logInAs(page, 'admin');
  await expect(navigation(page).getByRole('link', { name: '企业' })).toBeVisible();
  await expect(navigation(page).getByText('实施')).toHaveCount(0);
  const response = await page.request.get('/api/v1/enterprises');
  const { items } = (await response.json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const refused = await page.request.get(`/api/v1/enterprises/${id}/units`);
    expect(refused.status()).toBe(403);
  }
});
