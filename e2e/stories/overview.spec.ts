import { expect, test } from '@playwright/test';
import { logInAs, scopedPath, settled, useLanguage, WORDS } from '../support/app';

/** The yearly totals of the sample enterprises under their first method, in tCO2, as an independent program computed them. */
const TOTALS = {
  'steel.manager': '9,217,295.618707',
  'cement.manager': '2,672,787.757855',
  'power.manager': '3,465,627.934779',
} as const;

for (const [login, total] of Object.entries(TOTALS)) {
  test(`${login} sees the total of 2025 to the digit`, async ({ page }) => {
    await logInAs(page, login);
    await settled(page);
    await expect(page.getByRole('button', { name: `查看 ${total} tCO₂ 的来历` })).toBeVisible();
  });
}

for (const language of ['zh', 'en'] as const) {
  test(`the total opens its trace without leaving the page (${language})`, async ({ page }) => {
    await useLanguage(page, language);
    await logInAs(page, 'steel.manager', language);
    await settled(page);

    await page.getByRole('button', { name: new RegExp(TOTALS['steel.manager']) }).click();

    const drawer = page.getByRole('dialog');
    await expect(drawer).toContainText(TOTALS['steel.manager']);
    await expect(page).toHaveURL(/trace=/);
    await page.goBack();
    await expect(drawer).toBeHidden();
    await expect(page.getByText(WORDS[language].total)).toBeVisible();
  });
}

test('a chart says its answer, and shows it as a table', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  await settled(page);
  const chart = page.getByRole('figure', { name: /排放最高，为 / });

  await chart.getByLabel('表', { exact: true }).click();

  await expect(chart.getByRole('row')).toHaveCount(13);
  await expect(chart.getByRole('row', { name: /^2025-01 806,494 / })).toBeVisible();
});

test('the year governs the page and stands in the address', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  await page.getByRole('combobox', { name: '核算年度' }).click();
  await page.getByTitle('2024 年').click();
  await expect(page).toHaveURL(/\/y\/2024$/);
  await expect(page.getByRole('heading', { name: '2024 年排放总览' })).toBeVisible();
  await settled(page);
  await expect(page.getByRole('button', { name: /查看 9,341,251\.52\d* tCO₂ 的来历/ })).toBeVisible();
});

test('Ctrl K finds a unit and opens it', async ({ page }) => {
  await logInAs(page, 'steel.manager');
  await settled(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '搜索' }).fill('F0501');
  await expect(page.getByRole('option').first()).toContainText('1#高炉');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /1#高炉/ })).toBeVisible();
});

test('an enterprise that is not ours stays closed, whatever the address says', async ({ page }) => {
  await logInAs(page, 'cement.manager');
  const cement = scopedPath(page, '');
  await page.context().clearCookies();
  await logInAs(page, 'steel.manager');
  await page.goto(cement);
  await expect(page.getByText('您不能查看这家企业')).toBeVisible();
});
