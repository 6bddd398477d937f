import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Page, test } from "@playwright/test";
import { sampleFile } from "../support/enterprise";
import {
  type Language,
  logInAs,
  scopedPath,
  settled,
  useLanguage,
} from "../support/app";

/** Pictures of every page for `docs/screens/`; made on demand (`npm run screens`), not in CI. */
const FOLDER = path.resolve(import.meta.dirname, "../../docs/screens");

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ["home", ""],
  ["approvals", "approvals"],
  ["boundary", "boundary"],
  ["parameters", "parameters"],
  ["method-plan", "method-plan"],
  ["ledger", "ledger"],
  ["imports", "imports"],
  ["import-new", "imports/new"],
  ["inventories", "inventories"],
  ["methods", "methods"],
  ["factors", "factors"],
  ["factors-grid", "factors?tab=grid"],
  ["factors-own", "factors?tab=own"],
  ["factors-change", "factors/change"],
  ["cross-check", "crosscheck"],
  ["year-on-year", "year-on-year"],
  ["evaluation", "evaluation"],
  ["views", "views"],
  ["reports", "reports"],
  ["approval-rules", "approvals/rules"],
];
const COMPARE = { zh: /对比/, en: /Compare/ } as const;
const SETTINGS: readonly (readonly [name: string, path: string])[] = [
  ["accounts", "/settings/accounts"],
  ["enterprises", "/settings/enterprises"],
];

async function look(
  page: Page,
  language: Language,
  theme: "light" | "dark",
): Promise<void> {
  await useLanguage(page, language);
  await page.addInitScript(
    (mode) => window.localStorage.setItem("tanheng.theme", mode),
    theme,
  );
}

for (const language of ["zh", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    const shoot = async (page: Page, name: string) => {
      await settled(page);
      await page.screenshot({
        path: path.join(FOLDER, `${name}-${language}-${theme}.png`),
        animations: "disabled",
      });
    };

    test(`pages of an enterprise, ${language}, ${theme} @screens`, async ({
      page,
    }) => {
      test.setTimeout(600_000);
      await mkdir(FOLDER, { recursive: true });
      await look(page, language, theme);
      await page.goto("/login");
      await shoot(page, "login");
      await logInAs(page, "steel.manager", language);
      for (const [name, rest] of PAGES) {
        await page.goto(scopedPath(page, rest));
        await shoot(page, name);
      }
      await page.goto(scopedPath(page, "inventories"));
      await settled(page);
      await page
        .getByRole("row")
        .filter({ hasText: "GB/T 32151.5" })
        .first()
        .getByRole("cell")
        .first()
        .click();
      await page.waitForURL(/inventories\/./);
      await shoot(page, "inventory");
      const run = page.url().split("?")[0];
      await page.goto(`${run}?tab=indicators`);
      await shoot(page, "inventory-indicators");
      await page.getByRole("button", { name: COMPARE[language] }).click();
      await page.locator(".ant-dropdown").getByRole("menuitem").first().click();
      await page.waitForURL(/compare/);
      await shoot(page, "compare");
      await page.goto(scopedPath(page, "imports/new"));
      await page
        .locator('input[type="file"]')
        .setInputFiles(sampleFile("steel", "ledger-2025.xlsx"));
      await page.waitForURL(/imports\/[0-9a-f-]{36}/);
      await shoot(page, "import-preview");
      await page.goto(`${scopedPath(page, "method-plan")}?propose=1`);
      await page.getByRole("dialog").waitFor();
      await shoot(page, "proposal");
      await page.goto(scopedPath(page, ""));
      await settled(page);
      await page.locator(".th-figure-link").first().click();
      await page.getByRole("dialog").waitFor();
      await shoot(page, "trace");
    });

    test(`settings, ${language}, ${theme} @screens`, async ({ page }) => {
      test.setTimeout(300_000);
      await look(page, language, theme);
      await logInAs(page, "admin", language);
      for (const [name, address] of SETTINGS) {
        await page.goto(address);
        await shoot(page, name);
      }
    });
  }
}
