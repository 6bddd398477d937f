import { expect, test } from '@playwright/test';
import { logInAs, scopedPath, settled, useLanguage } from '../support/app';
import { smallPdf, smallPng } from '../support/files';

const WORDS = {
  zh: { grid: '月度台账表格', details: /单元格详情/, panel: '单元格详情', add: '上传凭证', download: '下载' },
  en: { grid: 'Monthly ledger sheet', details: /Cell details/, panel: 'Cell details', add: 'Add voucher', download: 'Download' },
} as const;

for (const language of ['zh', 'en'] as const) {
  test(`vouchers are attached to a cell and seen without leaving it (${language})`, async ({ page }) => {
    const words = WORDS[language];
    const refused: string[] = [];
    page.on('console', (line) => {
      if (/Content Security Policy|X-Frame-Options|Refused to/.test(line.text())) refused.push(line.text());
    });
    await useLanguage(page, language);
    await logInAs(page, 'steel.manager', language);
    await page.goto(scopedPath(page, 'ledger'));
    const grid = page.getByRole('grid', { name: words.grid });
    await grid.locator(`#ledger-cell-0-${language === 'zh' ? 1 : 2}`).click();
    await page.getByRole('button', { name: words.details }).click();
    const panel = page.getByRole('complementary', { name: words.panel });
    const attach = async (name: string, mimeType: string, buffer: Buffer) => {
      await panel.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
      await expect(panel.getByText(name)).toBeVisible();
    };

    await attach(`ticket-${language}.pdf`, 'application/pdf', smallPdf(`Weighbridge ticket ${language}`));
    await attach(`meter-${language}.png`, 'image/png', smallPng(64, [15, 118, language === 'zh' ? 110 : 60]));

    const picture = panel.getByRole('img', { name: new RegExp(`meter-${language}.png`) });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64);
    const answer = page.waitForResponse((response) => /\/vouchers\/[0-9a-f]{64}$/.test(response.url()));
    await panel.getByText(`ticket-${language}.pdf`).click();
    expect((await answer).headers()['content-type']).toContain('application/pdf');
    const frame = page.getByRole('dialog').locator('iframe');
    await expect(frame).toBeVisible();
    await settled(page);
    await page.waitForTimeout(2000);
    await page.screenshot({ path: `test-results/voucher-${language}.png` });
    expect(refused).toEqual([]);
  });
}
