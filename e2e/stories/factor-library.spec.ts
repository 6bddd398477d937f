import {
  type APIRequestContext,
  expect,
  type Page,
  test,
} from "@playwright/test";
import { logInAs, logOut, useLanguage } from "../support/app";
import { emptySteelworks, signIn } from "../support/enterprise";

const METHOD = "gbt-32151-5@2015";

async function json<T>(
  answer: Awaited<ReturnType<APIRequestContext["get"]>>,
): Promise<T> {
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as T;
}

/** 1,000 t of limestone in each month of 2025, accounted with the default factor. */
async function limestone(
  api: APIRequestContext,
  enterpriseId: string,
): Promise<void> {
  const headers = await signIn(api, "steel.accounting");
  const at = `/api/v1/enterprises/${enterpriseId}`;
  const parameter = await json<{ id: string }>(
    await api.post(`${at}/parameters`, {
      headers,
      data: {
        sheet: "台账",
        labels: ["石灰石"],
        name: { zh: "石灰石" },
        unit: "t",
        kind: "FLOW",
        signRule: "ANY",
        obtainedBy: "MEASURED",
        responsible: "",
        validFrom: "2025-01-01",
      },
    }),
  );
  const months = Array.from(
    { length: 12 },
    (_, index) => `2025-${String(index + 1).padStart(2, "0")}`,
  );
  await json(
    await api.put(`${at}/ledger/lines`, {
      headers,
      data: {
        lines: months.map((month) => ({
          parameterId: parameter.id,
          month,
          value: "1000",
          unit: "t",
          version: 0,
        })),
      },
    }),
  );
  await json(
    await api.post(`${at}/method-plans`, {
      headers,
      data: {
        use: "SOURCE",
        method: METHOD,
        yearFrom: 2025,
        yearTo: 2025,
        position: 1,
        source: "flux",
        item: "limestone",
        itemName: { zh: "石灰石", en: "limestone" },
        labels: { material: "limestone" },
        inputs: { P: { kind: "PARAMETER", parameterId: parameter.id } },
        whenMissing: [],
      },
    }),
  );
}

async function choose(
  page: Page,
  label: string,
  option: RegExp,
): Promise<void> {
  const drawer = page.getByRole("dialog", { name: "录入企业因子" });
  await drawer.getByRole("combobox", { name: label }).click();
  await page
    .locator(".ant-select-item-option")
    .filter({ hasText: option })
    .first()
    .click();
}

test("a measured factor is approved by a second person and then used in a run", async ({
  page,
  playwright,
  baseURL,
}) => {
  const api = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
  });
  const id = await emptySteelworks(api, "实测因子钢铁厂", [
    { login: "steel.accounting", role: "ACCOUNTING_OFFICER" },
  ]);
  await limestone(api, id);
  await api.dispose();
  await useLanguage(page, "zh");
  await logInAs(page, "steel.accounting");

  await page.goto(`/e/${id}/y/2025/factors?tab=own`);
  await page.getByRole("button", { name: "录入企业因子" }).click();
  const drawer = page.getByRole("dialog", { name: "录入企业因子" });
  await drawer.getByLabel("名称（中文）").fill("石灰石实测因子");
  await drawer.getByLabel("名称（英文）").fill("Measured limestone factor");
  await choose(page, "排放源", /熔剂消耗/);
  await choose(page, "参数", /^EF /);
  await drawer.getByLabel("数值").fill("0.4312");
  await drawer.getByLabel("单位", { exact: true }).fill("tCO2/t");
  await drawer.getByLabel("化验室或提供单位").fill("厂化验室");
  await drawer.getByLabel("报告编号").fill("HY-2025-017");
  await drawer.locator('input[type="file"]').setInputFiles({
    name: "化验报告.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n石灰石化验报告"),
  });
  await expect(drawer.getByText("化验报告.pdf")).toBeVisible();
  await drawer.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/factors\/own\/[0-9a-f-]{36}/);
  const record = page.url();
  await page.getByRole("button", { name: "提交审批" }).click();
  await page
    .getByRole("dialog", { name: "提交审批" })
    .getByRole("button", { name: "提交审批" })
    .click();
  await expect(page.getByText("待签：", { exact: false })).toBeVisible();
  await expect(
    page.getByRole("button", { name: "批准", exact: true }),
  ).toHaveCount(0);

  await logOut(page);
  await logInAs(page, "group.carbon");
  await page.goto(`/e/${id}/y/2025/approvals`);
  await page.getByRole("row").filter({ hasText: "石灰石实测因子" }).click();
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await page
    .getByRole("dialog", { name: "批准" })
    .getByRole("button", { name: "批准" })
    .click();
  await expect(page.getByText("已批准").first()).toBeVisible();

  await page.goto(record);
  await page.getByRole("button", { name: "用于核算方案" }).click();
  await page
    .getByRole("dialog", { name: "用于核算方案" })
    .getByRole("button", { name: "用于核算方案" })
    .click();
  await expect(page.getByText("核算方案已改用此因子")).toBeVisible();

  await page.goto(`/e/${id}/y/2025/inventories`);
  await page.getByRole("button", { name: "运行核算" }).first().click();
  const run = page.getByRole("dialog", { name: "运行核算" });
  await run.getByRole("button", { name: "下一步" }).click();
  await run.getByRole("button", { name: "下一步" }).click();
  await run.getByRole("button", { name: "开始核算", exact: true }).click();
  await page.waitForURL(/inventories\/[0-9a-f-]{36}/);
  // 12,000 t x 0.4312
  await expect(
    page.getByRole("button", { name: /5,174\.4/ }).first(),
  ).toBeVisible();

  await page.goto(record);
  await expect(page.getByRole("button", { name: /5,174\.4/ })).toBeVisible();
});

test("looking a factor up in the printed standard raises its mark, and revoking lowers it", async ({
  page,
  playwright,
  baseURL,
}) => {
  const api = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
  });
  const id = await emptySteelworks(api, "核对因子钢铁厂");
  await api.dispose();
  await useLanguage(page, "zh");
  await logInAs(page, "group.carbon");

  await page.goto(`/e/${id}/y/2025/factors?l.filter=confidence~recalled`);
  await page.getByRole("row").nth(1).click();
  await page.waitForURL(/factors\/entry/);
  await page.getByRole("button", { name: "与标准原文核对" }).click();
  const dialog = page.getByRole("dialog", { name: "与标准原文核对" });
  await dialog.getByLabel("核对的文本（名称与版次）").fill("2015年第1版");
  await dialog.getByLabel("页码").fill("第12页");
  await dialog.getByRole("button", { name: "与标准原文核对" }).click();
  await expect(page.getByText("本企业已核对")).toBeVisible();
  await expect(page.getByText(/核对：2015年第1版，第12页/)).toBeVisible();

  await page.getByRole("button", { name: "撤销核对" }).click();
  const revoke = page.getByRole("dialog", { name: "撤销核对" });
  await revoke.getByLabel("撤销理由").fill("看错行");
  await revoke.getByRole("button", { name: "撤销核对" }).click();
  await expect(page.getByText("本企业已核对")).toHaveCount(0);
  await expect(page.getByText(/撤销：看错行/)).toBeVisible();
});
