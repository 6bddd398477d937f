import { type Report, type ReportField, type ReportKind } from '../api/get-reports';

/** What the wizard has gathered so far. */
export interface ReportPlan {
  readonly kind: ReportKind;
  readonly period: string;
  readonly method: string;
  readonly inventory: string | null;
  readonly template: string | null;
  readonly entered: Readonly<Record<string, string>>;
}

export function startingPlan(year: number, methods: readonly string[], revised?: Report): ReportPlan {
  if (revised) {
    return {
      kind: revised.head.kind,
      period: revised.head.period,
      method: revised.head.method ?? '',
      inventory: null,
      template: revised.shown.template,
      entered: revised.shown.entered,
    };
  }
  return {
    kind: 'ANNUAL',
    period: String(year),
    method: methods[0] ?? '',
    inventory: null,
    template: null,
    entered: {},
  };
}

/** Kinds that are compiled from an inventory run. */
export function needsInventory(kind: ReportKind): boolean {
  return kind === 'ANNUAL' || kind === 'SUPPLEMENT' || kind === 'ISO_14064';
}

export function missingFields(fields: readonly ReportField[], plan: ReportPlan): readonly ReportField[] {
  return fields.filter(({ field, required }) => required && (plan.entered[field] ?? '').trim() === '');
}

/** Without empty words, which the server would keep as statements. */
export function enteredWords(plan: ReportPlan): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plan.entered)
      .map(([field, words]) => [field, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  );
}

/** The way of approval a kind of report takes. */
export function approvalType(kind: ReportKind): string {
  if (kind === 'QUALITY_PLAN') return 'control-plan';
  return kind === 'MONTHLY_EVIDENCE' ? 'evidence-package' : 'report';
}
