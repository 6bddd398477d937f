import { expect, test } from '@playwright/test';
import { type Language, logInAs, useLanguage } from '../support/app';
import { emptySteelworks, sampleFile } from '../support/enterprise';

const WORDS = {
  zh: {
    check: '检查',
    toMapping: '下一步：对应参数',
    newAll: /全部新建/,
    toSummary: '下一步：核对',
    write: /^写入 .* 个数值/,
    written: /已写入 .* 个数值/,
    plan: '核算方案',
    takeOver: '套用其他企业的方案',
    from: '来源企业',
    steel: '湖北云峤钢铁有限公司',
    take: /^套用 \d+ 项$/,
    taken: /已套用 \d+ 项/,
    run: '运行核算',
    next: '下一步',
    start: '开始核算',
    trace: '数据溯源',
    fuel: /化石燃料燃烧/,
    ledger: '台账',
    sheet: /工作表“化石燃料”[A-Z]+\d+ 单元格/,
  },
  en: {
    check: 'Check',
    toMapping: 'Next: match rows',
    newAll: /Make new parameters/,
    toSummary: 'Next: review',
    write: /^Write .* values/,
    written: /values written/,
    plan: 'Method plan',
    takeOver: "Take over another enterprise's plan",
    from: 'From',
    steel: 'Hubei Yunqiao Iron and Steel Co., Ltd.',
    take: /^Take over \d+ items$/,
    taken: /Took over \d+ items/,
    run: 'Run inventory',
    next: 'Next',
    start: 'Run',
    trace: 'Where this figure comes from',
    fuel: /Fossil fuel combustion/i,
    ledger: 'Ledger',
    sheet: /sheet 化石燃料, cell [A-Z]+\d+/,
  },
} as const;

for (const language of ['zh', 'en'] as const satisfies readonly Language[]) {
  test(`a plant's own workbook becomes tonnes that can be followed down to the cell (${language})`, async ({
    page,
    playwright,
    baseURL,
  }) => {
    const words = WORDS[language];
    const api = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
    const id = await emptySteelworks(api, `空白钢铁厂 ${language}`);
    await api.dispose();
    await useLanguage(page, language);
    await logInAs(page, 'group.carbon', language);

    await page.goto(`/e/${id}/y/2025/imports/new`);
    await page.locator('input[type="file"]').setInputFiles(sampleFile('steel', 'ledger-2025.xlsx'));
    await page.getByRole('button', { name: words.toMapping }).click();
    const newAll = page.getByRole('button', { name: words.newAll });
    if (await newAll.isVisible()) await newAll.click();
    await page.getByRole('button', { name: words.toSummary }).click();
    await page.getByRole('button', { name: words.write }).click();
    await expect(page.getByText(words.written)).toBeVisible({ timeout: 90_000 });

    await page.goto(`/e/${id}/y/2025/method-plan`);
    await page.getByRole('button', { name: words.takeOver }).click();
    const dialog = page.getByRole('dialog', { name: words.takeOver });
    await dialog.getByRole('combobox', { name: words.from }).click();
    await page.getByTitle(words.steel, { exact: true }).last().click();
    await dialog.getByRole('button', { name: words.take }).click();
    await expect(page.getByText(words.taken)).toBeVisible();

    await page.goto(`/e/${id}/y/2025/inventories`);
    await page.getByRole('button', { name: words.run }).first().click();
    const drawer = page.getByRole('dialog', { name: words.run });
    await drawer.getByRole('button', { name: words.next }).click();
    await drawer.getByRole('button', { name: words.next }).click();
    await drawer.getByRole('button', { name: words.start, exact: true }).click();
    await page.waitForURL(/inventories\/[0-9a-f-]{36}/);

    // 9,217,295.618707 t, to the digit
    await page
      .getByRole('button', { name: /9,217,295\.618707/ })
      .first()
      .click();
    const trace = page.getByRole('dialog', { name: words.trace });
    await expect(trace.getByText('9,217,295.618707').first()).toBeVisible();
    await trace.getByRole('button', { name: words.fuel }).click();
    await trace.getByRole('button', { name: /2025-03/ }).click();
    await trace.getByRole('button', { name: language === 'zh' ? /洗精煤/ : /Washed coal/ }).click();
    await expect(trace.locator('.katex').first()).toBeVisible();
    await expect(trace.getByText(words.sheet).first()).toBeVisible();
    await expect(trace.getByRole('link', { name: 'ledger-2025.xlsx' }).first()).toBeVisible();
  });
}
