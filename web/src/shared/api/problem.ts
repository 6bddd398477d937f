import { z } from 'zod';
import { type Bilingual } from '@/shared/i18n/use-locale';

const bilingual = z.object({ zh: z.string(), en: z.string() });

const problemItem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']).catch('error'),
  message: bilingual,
  sheet: z.string().nullish(),
  row: z.number().nullish(),
  column: z.union([z.string(), z.number()]).nullish(),
  cell: z.string().nullish(),
  args: z.record(z.string(), z.unknown()).nullish(),
});

const problemBody = z.object({
  title: z.string().nullish(),
  status: z.number(),
  code: z.string().nullish(),
  detail: z.string().nullish(),
  messages: bilingual.nullish(),
  args: z.record(z.string(), z.unknown()).nullish(),
  problems: z.array(problemItem).nullish(),
});

/** One thing that is wrong, with its place and what to do about it. */
export type ProblemItem = z.infer<typeof problemItem>;

/** A request the server refused (RFC 9457), or that never reached it (`code` "network"). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: Bilingual | null,
    readonly problems: readonly ProblemItem[] = [],
    readonly args: Readonly<Record<string, unknown>> = {},
  ) {
    super(text?.en ?? code);
    this.name = 'ApiProblem';
  }
}

export function parseProblem(status: number, body: unknown): ApiProblem {
  const parsed = problemBody.safeParse(body);
  if (!parsed.success) return new ApiProblem(status, status >= 500 ? 'server' : 'unknown', null);
  const { code, detail, title, messages, problems, args } = parsed.data;
  const plain = detail ?? title ?? null;
  const text = messages ?? (plain === null ? null : { zh: plain, en: plain });
  return new ApiProblem(status, code ?? 'unknown', text, problems ?? [], args ?? {});
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** Somebody else changed the record since it was read. */
export function isVersionConflict(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 412 || error.code.endsWith('version-conflict'));
}
