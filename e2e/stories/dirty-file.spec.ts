import { expect, test } from '@playwright/test';
import { logInAs, scopedPath, useLanguage } from '../support/app';
import { dirtyFile } from '../support/enterprise';

for (const language of ['zh', 'en'] as const) {
  test(`a text in a number cell is named with its cell and nothing is imported (${language})`, async ({
    page,
  }) => {
    await useLanguage(page, language);
    await logInAs(page, 'power.monitor', language);
    await page.goto(scopedPath(page, 'imports/new').replace(/y\/\d+/, 'y/2025'));
    await page.locator('input[type="file"]').setInputFiles(dirtyFile('01-text-in-number-cell.xlsx'));
    await expect(page.getByRole('alert')).toContainText(
      language === 'zh' ? '未导入任何数据' : 'nothing was imported',
    );
    const place = page.getByRole('button', { name: '电力热力 I8' });
    await expect(place).toBeVisible();
    await expect(page.getByText('约3.2').first()).toBeVisible();
    await place.click();
    await expect(page.locator('[data-cell="I8"][data-problem="error"]')).toBeVisible();
    await expect(
      page.getByRole('button', { name: language === 'zh' ? '下载标注副本' : 'Download annotated copy' }),
    ).toBeVisible();
  });
}
