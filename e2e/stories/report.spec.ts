import { expect, type Page, test } from '@playwright/test';
import { logInAs, logOut, scopedPath } from '../support/app';

/** Does one step of the report's way by its button and confirms it. */
async function step(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name });
  if (reason !== undefined) await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function openReport(page: Page, login: string, path: string): Promise<void> {
  await logOut(page);
  await logInAs(page, login);
  await page.goto(path);
  await expect(page.getByRole('tab', { name: '预览' })).toBeVisible();
}

async function giveOpinion(page: Page, department: string, words: string): Promise<void> {
  await page.getByRole('tab', { name: /内部审核/ }).click();
  await page.getByRole('button', { name: '签署意见' }).click();
  const dialog = page.getByRole('dialog', { name: '签署意见' });
  await dialog.getByLabel('部门').fill(department);
  await dialog.getByLabel('说明').fill(words);
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByText(words)).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('tab', { name: '审批' }).click();
  await page.getByRole('button', { name: '批准', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '批准', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function fillStatements(page: Page, changes: string): Promise<void> {
  for (const [label, words] of [
    ['单位性质', '有限责任公司'],
    ['法定代表人', '测试代表人'],
    ['填报负责人', '测试填报人'],
    ['联系电话', '027-00000000'],
    ['与上年相比的变化', changes],
    ['数据质量管理措施', '台账每月复核，计量器具按期检定'],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(words);
  }
}

test('a report goes from the ledger to the archive, with one finding of the verifier and the revision', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await logInAs(page, 'steel.manager');
  await page.goto(scopedPath(page, 'ledger'));
  await page.goto(scopedPath(page, 'reports'));
  await page.getByRole('button', { name: '编制报告' }).first().click();
  const drawer = page.getByRole('dialog', { name: '编制报告' });
  await drawer.getByRole('button', { name: '下一步' }).click();
  await fillStatements(page, '无重大变化');
  await drawer.getByRole('button', { name: '下一步' }).click();
  await drawer.getByRole('button', { name: '编制', exact: true }).click();
  await page.waitForURL(/reports\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;

  // The printed total is that of the inventory, and opens its trace.
  await expect(page.getByRole('table', { name: /表A\.1/ })).toContainText('9217295.62');
  await page.getByRole('button', { name: '9217295.62' }).first().click();
  await expect(page.getByRole('dialog', { name: '数据溯源' })).toBeVisible();
  await page.keyboard.press('Escape');

  await step(page, '提交内部审核');
  await openReport(page, 'steel.review', path);
  await giveOpinion(page, '安环部', '数据已与台账核对');
  await openReport(page, 'steel.monitor', path);
  await giveOpinion(page, '生产部', '产量无误');

  await openReport(page, 'steel.manager', path);
  await step(page, '提交审批');
  await openReport(page, 'steel.review', path);
  await sign(page);
  await openReport(page, 'steel.top', path);
  await sign(page);
  await openReport(page, 'steel.manager', path);
  await step(page, '登记已报送', '省平台，回执 2026-031');

  await openReport(page, 'steel.verifier', path);
  await page.getByRole('tab', { name: /核查/ }).click();
  await page.getByRole('button', { name: '登记不符合项' }).click();
  const finding = page.getByRole('dialog', { name: '登记不符合项' });
  await finding.getByLabel('描述').fill('与上年相比的变化未说明产能调整');
  await finding.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByText('核查整改')).toBeVisible();

  // The revision is a new version; the comparison marks what changed.
  await openReport(page, 'steel.manager', path);
  await page.getByRole('button', { name: '编制新版本' }).click();
  const revision = page.getByRole('dialog', { name: /修订报告/ });
  await revision.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('与上年相比的变化', { exact: true }).fill('产能与上年一致，新增一座加热炉');
  await revision.getByRole('button', { name: '下一步' }).click();
  await revision.getByLabel('修订原因').fill('按核查不符合项1补充说明');
  await revision.getByRole('button', { name: '编制新版本' }).click();
  await expect(revision).toBeHidden();
  await page.getByRole('tab', { name: /版本/ }).click();
  await page.getByRole('link', { name: '与上一版比较' }).click();
  await expect(page.getByRole('insertion')).toContainText('新增一座加热炉');
  await page.goto(path);
  await page.getByRole('tab', { name: /^核查/ }).click();
  await page.getByRole('button', { name: '填写整改' }).click();
  const correction = page.getByRole('dialog', { name: '填写整改' });
  await correction.getByLabel('原因分析').fill('编制时遗漏');
  await correction.getByLabel('整改措施').fill('已在第2版补充说明');
  await correction.getByRole('button', { name: /保\s*存/ }).click();
  await expect(correction).toBeHidden();

  await step(page, '提交内部审核');
  await step(page, '提交审批');
  await openReport(page, 'steel.review', path);
  await sign(page);
  await openReport(page, 'steel.top', path);
  await sign(page);
  await openReport(page, 'steel.manager', path);
  await step(page, '登记已报送', '省平台，回执 2026-052');
  await openReport(page, 'steel.verifier', path);
  await page.getByRole('tab', { name: /^核查/ }).click();
  await page.getByRole('combobox', { name: '核查结论' }).click();
  await page.getByTitle('已整改符合要求').click();
  await expect(page.getByText('已整改符合要求').first()).toBeVisible();

  await openReport(page, 'steel.manager', path);
  await step(page, '定为最终版');
  await step(page, '加密存档');
  await page.getByRole('tab', { name: '存档' }).click();
  await page.getByRole('button', { name: '验证恢复' }).click();
  await expect(page.getByText(/验证可恢复/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载' }).click();
  await page.getByRole('menuitem', { name: 'Word 文件' }).click();
  expect((await download).suggestedFilename()).toMatch(/report-2025-\d{3}-v2\.docx/);
});
