import { expect, test } from '@playwright/test';
import { type Language, logInAs, useLanguage } from '../support/app';
import { emptySteelworks, sampleFile } from '../support/enterprise';

const WORDS = {
  zh: {
    toMapping: '下一步：对应参数',
    use: /可用于 .*燃烧 · 洗精煤/,
    newAll: /全部新建/,
    toSummary: '下一步：核对',
    write: /^写入 .* 个数值/,
    plan: '核算方案',
    propose: '按台账建议',
    title: '建议的核算方案',
    gasoline: /采纳“.*汽油.*”/,
    accept: /^采纳 \d+ 项$/,
    accepted: /已采纳 \d+ 项/,
    run: '运行核算',
    next: '下一步',
    start: '开始核算',
    grid: /电网排放因子/,
    factor: '0.5',
    total: '排放总量',
  },
  en: {
    toMapping: 'Next: match rows',
    use: /For .* · washed.* coal/i,
    newAll: /Make new parameters/,
    toSummary: 'Next: review',
    write: /^Write .* values/,
    plan: 'Method plan',
    propose: 'Propose from the ledger',
    title: 'Proposed method plan',
    gasoline: /Accept .*gasoline/i,
    accept: /^Accept \d+ items$/,
    accepted: /Accepted \d+ items/,
    run: 'Run inventory',
    next: 'Next',
    start: 'Run',
    grid: /grid emission factor/,
    factor: '0.5',
    total: 'Total emissions',
  },
} as const;

for (const language of ['zh', 'en'] as const satisfies readonly Language[]) {
  test(`a new plant's plan is proposed from its rows and accepted item by item (${language})`, async ({
    page,
    playwright,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const words = WORDS[language];
    const api = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
    const id = await emptySteelworks(api, `新建钢铁厂 ${language}`);
    await api.dispose();
    await useLanguage(page, language);
    await logInAs(page, 'group.carbon', language);

    await page.goto(`/e/${id}/y/2025/imports/new`);
    await page.locator('input[type="file"]').setInputFiles(sampleFile('steel', 'ledger-2025.xlsx'));
    await page.getByRole('button', { name: words.toMapping }).click();
    await expect(page.getByText(words.use).first()).toBeVisible();
    const newAll = page.getByRole('button', { name: words.newAll });
    if (await newAll.isVisible()) await newAll.click();
    await page.getByRole('button', { name: words.toSummary }).click();
    await page.getByRole('button', { name: words.write }).click();

    await page.getByRole('main').getByRole('button', { name: words.plan, exact: true }).click();
    await page.getByRole('button', { name: words.propose }).click();
    const drawer = page.getByRole('dialog', { name: words.title });
    const gasoline = drawer.getByRole('checkbox', { name: words.gasoline });
    await gasoline.uncheck();
    await drawer.getByRole('button', { name: words.accept }).click();
    // one request an item, so that a refused one names itself
    await expect(page.getByText(words.accepted)).toBeVisible({ timeout: 90_000 });
    await expect(drawer).toBeHidden();
    await expect(page.getByRole('table')).toContainText('Q_in');

    await page.goto(`/e/${id}/y/2025/inventories`);
    await page.getByRole('button', { name: words.run }).first().click();
    const run = page.getByRole('dialog', { name: words.run });
    await run.getByRole('button', { name: words.next }).click();
    for (const choice of await run.getByRole('combobox', { name: words.grid }).all()) {
      await choice.click();
      await choice.fill(words.factor);
      await page.keyboard.press('Enter');
    }
    await run.getByRole('button', { name: words.next }).click();
    await run.getByRole('button', { name: words.start, exact: true }).click();
    await page.waitForURL(/inventories\/[0-9a-f-]{36}/);
    await expect(page.getByText(words.total).first()).toBeVisible();
  });
}
