import { expect, test } from '@playwright/test';
import { type Language, logInAs, useLanguage } from '../support/app';

const WORDS = {
  zh: {
    page: '交叉核对',
    kind: '数量不符',
    reason: '差异原因',
    explain: '提交说明',
    explained: '已说明',
    accept: /^接\s?受$/,
    accepted: '已接受',
    words: '供应商按干基扣吨，已核对磅单',
  },
  en: {
    page: 'Cross-check',
    kind: 'Document missing',
    reason: 'Reason for the difference',
    explain: 'Submit explanation',
    explained: 'Explained',
    accept: 'Accept',
    accepted: 'Accepted',
    words: 'The invoice came in September; checked with the supplier',
  },
} as const;

for (const language of ['zh', 'en'] as const satisfies readonly Language[]) {
  test(`a difference with the invoices is explained by one post and accepted by another (${language})`, async ({
    page,
  }) => {
    const words = WORDS[language];
    await useLanguage(page, language);
    await logInAs(page, 'steel.accounting', language);
    await page.getByRole('menuitem', { name: words.page, exact: true }).click();
    await page.getByRole('row').filter({ hasText: words.kind }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel(words.reason).fill(words.words);
    await drawer.getByRole('button', { name: words.explain }).click();
    await expect(drawer.getByText(words.words)).toBeVisible();
    await expect(drawer.getByRole('button', { name: words.accept })).toBeDisabled();
    const link = page.url();

    await page.context().clearCookies();
    await page.goto('/');
    await logInAs(page, 'steel.review', language);
    await page.goto(link);
    await page.getByRole('dialog').getByRole('button', { name: words.accept }).click();

    await expect(page.getByRole('dialog').getByText(words.accepted, { exact: true })).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: words.kind })).toContainText(words.accepted);
  });
}
