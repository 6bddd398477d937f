import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { logInAs, scopedPath, settled, useLanguage } from "../support/app";

const PAGES = ['', 'ledger'] as const;
/** The colours of these cover what the others show. */
const DARK_PAGES = [''] as const;
const SETTINGS = ["/settings/accounts", "/settings/enterprises"] as const;

/** What would keep somebody from using the page, one line each. */
async function barriers(page: Page): Promise<readonly string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa"])
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target }) =>
          `${new URL(page.url()).pathname} ${id} ${target.join(" ")}`,
      ),
    );
}

for (const [theme, pages] of [
  ["light", PAGES],
  ["dark", DARK_PAGES],
] as const) {
  test(`nothing on the main pages shuts anybody out (${theme})`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    await useLanguage(page, "zh");
    await page.addInitScript(
      (mode) => window.localStorage.setItem("tanheng.theme", mode),
      theme,
    );
    await page.goto("/login");
    const found = [...(await barriers(page))];
    await logInAs(page, "steel.manager");
    for (const rest of pages) {
      await page.goto(scopedPath(page, rest));
      found.push(...(await barriers(page)));
    }
    await page.goto(scopedPath(page, ""));
    await page.locator(".th-figure-link").first().click();
    await page.getByRole("dialog").waitFor();
    found.push(...(await barriers(page)));
    expect(found).toEqual([]);
  });
}

test("nothing in the settings shuts anybody out", async ({ page }) => {
  await logInAs(page, "admin");
  const found: string[] = [];
  for (const address of SETTINGS) {
    await page.goto(address);
    found.push(...(await barriers(page)));
  }
  expect(found).toEqual([]);
});
