import { expect, test } from '@playwright/test';
import { logInAs } from '../support/app';
import { emptySteelworks, sampleFile } from '../support/enterprise';

test('a block pasted into the ledger is undone, redone, saved and confirmed', async ({
  page,
  playwright,
  baseURL,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const api = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  const id = await emptySteelworks(api, '台账练习厂');
  await api.dispose();
  await logInAs(page, 'group.carbon');
  await page.goto(`/e/${id}/y/2025/imports/new`);
  await page.locator('input[type="file"]').setInputFiles(sampleFile('steel', 'ledger-2025.xlsx'));
  await page.getByRole('button', { name: '下一步：对应参数' }).click();
  const newAll = page.getByRole('button', { name: /全部新建/ });
  if (await newAll.isVisible()) await newAll.click();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('button', { name: /^写入 .* 个数值/ }).click();
  await page.getByRole('button', { name: '查看台账' }).click();

  const grid = page.getByRole('grid', { name: '月度台账表格' });
  const cell = (row: number, column: number) => grid.locator(`#ledger-cell-${row}-${column}`);
  await expect(cell(0, 1)).toHaveText('163,622.48');
  await cell(0, 1).click();
  await page.evaluate(() => navigator.clipboard.writeText('160,000.5\t161000\r\n83000\t76000\r\n'));
  await page.keyboard.press('Control+v');
  await expect(cell(0, 1)).toHaveText('160,000.5');
  await expect(cell(1, 2)).toHaveText('76,000');
  await page.keyboard.press('Control+z');
  await expect(cell(0, 1)).toHaveText('163,622.48');
  await page.keyboard.press('Control+y');
  await expect(cell(1, 1)).toHaveText('83,000');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已保存 4 处修改')).toBeVisible();

  await cell(0, 1).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: '确认台账' }).click();
  await page.getByRole('menuitem', { name: '确认所选单元格（2）' }).click();
  const dialog = page.getByRole('dialog', { name: /确认所选单元格的 2 条台账/ });
  await expect(dialog).toContainText('不能再直接修改');
  await dialog.getByRole('button', { name: '确认 2 条' }).click();
  await expect(cell(0, 1).getByRole('img', { name: '已确认' })).toBeVisible();

  await cell(0, 1).click();
  await page.keyboard.type('5');
  await expect(page.getByText(/已确认或不可填写/)).toBeVisible();
  await page.getByRole('button', { name: '确认台账' }).click();
  await page.getByRole('menuitem', { name: /重新打开所选/ }).click();
  await page.getByRole('textbox', { name: '原因' }).fill('过磅单补录一车');
  await page.getByRole('button', { name: '重新打开', exact: true }).click();
  await expect(cell(0, 1).getByRole('img', { name: '已确认' })).toHaveCount(0);
  await page.getByRole('button', { name: /单元格详情/ }).click();
  await expect(page.getByRole('complementary', { name: '单元格详情' })).toContainText('原因：过磅单补录一车');
});
