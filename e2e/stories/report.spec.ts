import { expect, test, type APIRequestContext, type Browser, type Locator, type Page } from '@playwright/test';
import { logInAs, scopedPath } from '../support/app';
import { signIn } from '../support/enterprise';

/** Does one step of the report's way by its button and confirms it. */
async function step(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name });
  if (reason !== undefined) await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function save(dialog: Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, words] of Object.entries(values)) await dialog.getByLabel(label).fill(words);
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog).toBeHidden();
}

/** The report on the screen of somebody else, at one of its tabs. */
async function openAs(browser: Browser, login: string, path: string, tab: string): Promise<Page> {
  const context = await browser.newContext();
  await signIn(context.request, login);
  const page = await context.newPage();
  await page.goto(`${path}?tab=${tab}`);
  return page;
}

/** People whose part is the same as that of others on screen act through the API. */
class Report {
  readonly #path: string;
  readonly #approvals: string;

  constructor(page: string) {
    const [, , enterprise, , , , id] = page.split('/');
    this.#path = `/api/v1/enterprises/${enterprise}/reports/${id}`;
    this.#approvals = `/api/v1/enterprises/${enterprise}/approvals`;
  }

  async agree(browser: Browser, login: string, department: string, words: string): Promise<void> {
    await this.#by(browser, login, async (api, headers) => {
      const data = { department, verdict: 'AGREE', place: null, words };
      return api.post(`${this.#path}/comments`, { headers, data });
    });
  }

  async sign(browser: Browser, login: string): Promise<void> {
    await this.#by(browser, login, async (api, headers) => {
      const id = this.#path.split('/').at(-1);
      const asked = await api.get(`${this.#approvals}/of/report/${id}`);
      const { rounds } = (await asked.json()) as { rounds: { id: string; step: number }[] };
      const [round] = rounds;
      return api.post(`${this.#approvals}/${round?.id}/approve`, { headers, data: { step: round?.step } });
    });
  }

  async #by(
    browser: Browser,
    login: string,
    act: (
      api: APIRequestContext,
      headers: Record<string, string>,
    ) => Promise<{ ok: () => boolean; text: () => Promise<string> }>,
  ): Promise<void> {
    const context = await browser.newContext();
    const answer = await act(context.request, await signIn(context.request, login));
    expect(answer.ok(), await answer.text()).toBe(true);
    await context.close();
  }
}

const STATEMENTS = {
  单位性质: '有限责任公司',
  法定代表人: '测试代表人',
  填报负责人: '测试填报人',
  联系电话: '027-00000000',
  与上年相比的变化: '无重大变化',
  数据质量管理措施: '台账每月复核，计量器具按期检定',
};

test('a report goes from the ledger to the archive, with one finding of the verifier and the revision', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await logInAs(page, 'steel.manager');
  await page.goto(scopedPath(page, 'reports'));
  await page.getByRole('button', { name: '编制报告' }).first().click();
  const drawer = page.getByRole('dialog', { name: '编制报告' });
  await drawer.getByRole('button', { name: '下一步' }).click();
  for (const [label, words] of Object.entries(STATEMENTS)) {
    await drawer.getByLabel(label, { exact: true }).fill(words);
  }
  await drawer.getByRole('button', { name: '下一步' }).click();
  await drawer.getByRole('button', { name: '编制', exact: true }).click();
  await page.waitForURL(/reports\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;
  const report = new Report(path);

  // The printed total is that of the inventory, and opens its trace.
  await expect(page.getByRole('table', { name: /表A\.1/ })).toContainText('9217295.62');
  await page.getByRole('button', { name: '9217295.62' }).first().click();
  await expect(page.getByRole('dialog', { name: '数据溯源' })).toBeVisible();
  await page.keyboard.press('Escape');

  // Two departments look at it, two people sign, and it is handed in.
  await step(page, '提交内部审核');
  await report.agree(browser, 'steel.monitor', '生产部', '产量无误');
  const reviewer = await openAs(browser, 'steel.review', path, 'review');
  await expect(reviewer.getByText('产量无误')).toBeVisible();
  await reviewer.getByRole('button', { name: '签署意见' }).click();
  await save(reviewer.getByRole('dialog', { name: '签署意见' }), { 部门: '安环部', 说明: '已与台账核对' });
  await page.reload();
  await step(page, '提交审批');
  await reviewer.goto(`${path}?tab=approval`);
  await reviewer.getByRole('button', { name: '批准', exact: true }).click();
  await reviewer.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
  await expect(reviewer.getByRole('dialog')).toBeHidden();
  await report.sign(browser, 'steel.top');
  await page.reload();
  await step(page, '登记已报送', '省平台，回执 2026-031');

  const verifier = await openAs(browser, 'steel.verifier', path, 'verification');
  await verifier.getByRole('button', { name: '登记不符合项' }).click();
  await save(verifier.getByRole('dialog', { name: '登记不符合项' }), { 描述: '未说明产能调整' });

  // The revision is a new version; the comparison marks what changed.
  await page.reload();
  await page.getByRole('button', { name: '编制新版本' }).click();
  const revision = page.getByRole('dialog', { name: /修订报告/ });
  await revision.getByRole('button', { name: '下一步' }).click();
  await revision.getByLabel('与上年相比的变化', { exact: true }).fill('产能未变，新增一座加热炉');
  await revision.getByRole('button', { name: '下一步' }).click();
  await revision.getByLabel('修订原因').fill('按核查不符合项1补充说明');
  await revision.getByRole('button', { name: '编制新版本' }).click();
  await expect(revision).toBeHidden();
  await page.getByRole('tab', { name: /版本/ }).click();
  await page.getByRole('link', { name: '与上一版比较' }).click();
  await expect(page.getByRole('insertion')).toContainText('新增一座加热炉');
  await page.goto(`${path}?tab=verification`);
  await page.getByRole('button', { name: '填写整改' }).click();
  await save(page.getByRole('dialog', { name: '填写整改' }), {
    原因分析: '编制时遗漏',
    整改措施: '已在第2版补充说明',
  });

  await step(page, '提交内部审核');
  await step(page, '提交审批');
  await report.sign(browser, 'steel.review');
  await report.sign(browser, 'steel.top');
  await page.reload();
  await step(page, '登记已报送', '省平台，回执 2026-052');
  await verifier.reload();
  await verifier.getByRole('combobox', { name: '核查结论' }).click();
  await verifier.getByTitle('已整改符合要求').click();
  await expect(verifier.getByText('已整改符合要求').first()).toBeVisible();

  await page.reload();
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
