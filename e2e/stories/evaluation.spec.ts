import { expect, test } from '@playwright/test';
import { type Language, logInAs, useLanguage } from '../support/app';

const WORDS = {
  zh: {
    page: '结果评价',
    uncertainty: '不确定度',
    enter: /^登\s?记$/,
    number: '数值，%',
    basis: '依据（证书编号、标准条款、判断人和理由）',
    save: /^保\s?存$/,
    run: '运行估计',
    found: /95 % 的试验结果落在/,
    table: '表',
    from: '不确定度主要来自',
    allowance: '配额盈亏',
    balanceValue: '行业平衡值',
    ironmaking: '炼铁工序排放量',
    sintering: '烧结工序排放量',
    output: '铁水产量',
    compute: /^计\s?算$/,
    keep: '保存这次评价',
    result: /配额比排放量/,
    draft: '征求意见稿',
  },
  en: {
    page: 'Evaluation',
    uncertainty: 'Uncertainty',
    enter: 'Enter',
    number: 'Number, %',
    basis: 'Basis (certificate number, clause, who judged and why)',
    save: 'Save',
    run: 'Run the estimate',
    found: /95 % of the trials fall between/,
    table: 'Table',
    from: 'Where the uncertainty comes from',
    allowance: 'Allowance',
    balanceValue: 'balance value of the sector',
    ironmaking: 'emissions of ironmaking',
    sintering: 'emissions of sintering',
    output: 'output of hot metal',
    compute: 'Compute',
    keep: 'Save this assessment',
    result: /The allowance is/,
    draft: 'Draft',
  },
} as const;

/** Each language on a plant of its own, because entries stay. */
const PLANTS = { zh: 'steel.accounting', en: 'cement.accounting' } as const;

for (const language of ['zh', 'en'] as const satisfies readonly Language[]) {
  const words = WORDS[language];

  test(`an uncertainty is entered with its basis and the result gets its interval (${language})`, async ({
    page,
  }) => {
    await useLanguage(page, language);
    await logInAs(page, PLANTS[language], language);
    await page.getByRole('menuitem', { name: words.page, exact: true }).click();
    await page.getByRole('tab', { name: words.uncertainty, exact: true }).click();

    await page.getByRole('button', { name: words.enter, exact: true }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(words.number).fill('2.5');
    await drawer.getByLabel(words.basis).fill('2025-017');
    await drawer.getByRole('button', { name: words.save }).click();
    await expect(page.getByText('± 2.5 %')).toBeVisible();
    await expect(page.getByText('2025-017').first()).toBeVisible();

    await page.getByRole('button', { name: words.run }).click();
    await page.getByRole('tooltip').getByRole('button', { name: words.run }).click();
    const histogram = page.getByRole('figure', { name: words.found });
    await expect(histogram).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(words.from)).toBeVisible();
    await histogram.getByRole('img', { name: words.table, exact: true }).click();
    await expect(histogram.getByRole('table').getByRole('row')).toHaveCount(61);
  });
}

test('a result is held against the draft rule of its sector and the gap is kept', async ({ page }) => {
  const words = WORDS.zh;
  await useLanguage(page, 'zh');
  await logInAs(page, 'steel.accounting', 'zh');
  await page.getByRole('menuitem', { name: words.page, exact: true }).click();
  await page.getByRole('tab', { name: words.allowance, exact: true }).click();
  await expect(page.getByText(words.draft, { exact: true }).first()).toBeVisible();

  await page.getByRole('spinbutton', { name: words.balanceValue }).fill('1.6');
  await page.getByRole('spinbutton', { name: words.ironmaking }).fill('5000000');
  await page.getByRole('spinbutton', { name: words.sintering }).fill('1000000');
  await page.getByRole('spinbutton', { name: words.output }).fill('3500000');
  await page.getByRole('button', { name: words.compute }).click();
  await expect(page.getByText('deviationX', { exact: false }).first()).toBeVisible();
  await page.getByRole('button', { name: words.keep }).click();

  await expect(page.getByRole('figure', { name: words.result })).toBeVisible();
});
