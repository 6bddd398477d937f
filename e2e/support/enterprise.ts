import { expect, type APIRequestContext } from "@playwright/test";
import path from "node:path";

/** The sample workbooks as the project ships them. */
export function sampleFile(...parts: string[]): string {
  return path.resolve(
    import.meta.dirname,
    "../../server/src/main/resources/demo",
    ...parts,
  );
}

/** Workbooks each broken in one way; the server's own tests read the same files. */
export function dirtyFile(name: string): string {
  return path.resolve(
    import.meta.dirname,
    "../../server/src/test/resources/io/tanheng/server/operate/intake/dirty",
    name,
  );
}

interface DemoLogin {
  readonly login: string;
  readonly password: string;
}

/** Signs a demo account in on `api`; the headers go with every change. */
export async function signIn(
  api: APIRequestContext,
  login: string,
): Promise<Record<string, string>> {
  const logins = (await (await api.get("/api/v1/demo/logins")).json()) as {
    items: DemoLogin[];
  };
  const found = logins.items.find((one) => one.login === login);
  if (!found) throw new Error(`no demo log-in ${login}`);
  const answer = await api.post("/api/v1/session", {
    data: { login, password: found.password },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const session = (await answer.json()) as { csrfToken: string };
  return { "X-CSRF-Token": session.csrfToken };
}

/** A role at an enterprise, for a demo account. */
interface Post {
  readonly login: string;
  readonly role: string;
}

/**
 * A steelworks without any data, and the group's carbon office responsible for it besides the sample enterprises;
 * `more` are further people of it.
 */
export async function emptySteelworks(
  api: APIRequestContext,
  name: string,
  more: readonly Post[] = [],
): Promise<string> {
  const headers = await signIn(api, "admin");
  const made = await api.post("/api/v1/enterprises", {
    headers: { ...headers, "Idempotency-Key": crypto.randomUUID() },
    data: {
      name: { zh: name, en: `${name} (test)` },
      sector: "STEEL",
      methods: ["gbt-32151-5@2015"],
      years: [2024, 2025],
    },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const { id } = (await made.json()) as { id: string };
  for (const post of [
    { login: "group.carbon", role: "CARBON_OFFICE" },
    ...more,
  ]) {
    await grant(api, headers, id, post);
  }
  await api.delete("/api/v1/session", { headers });
  return id;
}

interface AccountItem {
  readonly id: string;
  readonly login: string;
  readonly version: number;
  readonly grants: readonly {
    readonly role: string;
    readonly enterpriseId: string | null;
  }[];
}

async function grant(
  api: APIRequestContext,
  headers: Record<string, string>,
  enterpriseId: string,
  post: Post,
): Promise<void> {
  const list = (await (
    await api.get(`/api/v1/accounts?q=${post.login}`)
  ).json()) as {
    items: AccountItem[];
  };
  const account = list.items.find(({ login }) => login === post.login);
  if (!account) throw new Error(`no account ${post.login}`);
  const changed = await api.patch(`/api/v1/accounts/${account.id}`, {
    headers: { ...headers, "If-Match": `"${account.version}"` },
    data: { grants: [...account.grants, { role: post.role, enterpriseId }] },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
}
