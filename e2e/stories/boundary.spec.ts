import { expect, test } from '@playwright/test';
import { logInAs, scopedPath } from '../support/app';

test('a unit enters the boundary, changes and leaves, and its history says why', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  await page.goto(scopedPath(page, 'boundary'));
  const tree = page.getByRole('tree');

  await tree.getByText('炼铁', { exact: false }).first().click();
  await page.getByRole('button', { name: '新增下级' }).click();
  await page.getByLabel('编号', { exact: true }).fill('F0599');
  await page.getByLabel('名称', { exact: true }).fill('3#高炉');
  await page.getByRole('button', { name: '添加参数' }).click();
  await page.getByRole('textbox', { name: '参数', exact: true }).fill('有效容积');
  await page.getByRole('textbox', { name: '数值' }).fill('3200');
  await page.getByRole('textbox', { name: '单位' }).fill('m3');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: '3#高炉' })).toBeVisible();
  await expect(page.getByRole('row', { name: '有效容积 3200 m³' })).toBeVisible();

  await page.getByRole('button', { name: '修改' }).click();
  await page.getByLabel('名称', { exact: true }).fill('3#高炉（大修）');
  await page.getByLabel('理由').fill('大修后更名');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: '3#高炉（大修）' })).toBeVisible();

  await page.getByRole('button', { name: '退出边界' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('“3#高炉（大修）”退出边界');
  await dialog.getByLabel('理由').fill('年底拆除');
  await dialog.getByRole('button', { name: '退出边界' }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('tab', { name: '变更历史' }).click();
  const history = page.getByRole('tabpanel', { name: '变更历史' });
  await expect(history).toContainText('理由：年底拆除');
  await expect(history).toContainText('理由：大修后更名');
  await expect(history).toContainText('纳入边界');
});

test('a code that is taken is refused where it is typed', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  await page.goto(scopedPath(page, 'boundary'));
  await page.getByRole('button', { name: '新增厂区' }).click();
  await page.getByLabel('编号', { exact: true }).fill('S1');
  await page.getByLabel('名称', { exact: true }).fill('另一个厂区');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('此编号已被使用')).toBeVisible();
});

test('unsaved changes are guarded', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  await page.goto(scopedPath(page, 'boundary'));
  await page.getByRole('button', { name: '新增厂区' }).click();
  await page.getByLabel('名称', { exact: true }).fill('未保存的厂区');
  await page.getByRole('link', { name: '首页' }).click();
  await expect(page.getByText('有未保存的修改')).toBeVisible();
  await page.getByRole('button', { name: '留在此页' }).click();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue('未保存的厂区');
});

test('who may only read sees no way to change', async ({ page }) => {
  await logInAs(page, 'steel.verifier');
  await page.goto(scopedPath(page, 'boundary'));
  await page.getByRole('tree').getByText('炼铁', { exact: false }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: '炼铁' })).toBeVisible();
  for (const name of ['新增厂区', '新增下级', '修改', '退出边界']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
});
