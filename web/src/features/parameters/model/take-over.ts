import { type Parameter } from '@/shared/api/list-parameters';
import { type Binding, type PlanItem, type PlanItemDefinition } from '../api/method-plans';
import { endYear, isOpenEnded } from './plan-years';

/** What a parameter is recognised by: sheet and labels without width, spaces and case. */
export function parameterKey({ sheet, labels }: Pick<Parameter, 'sheet' | 'labels'>): string {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return `${plain(sheet ?? '')}!${labels.map(plain).join('|')}`;
}

export interface TakenOver {
  readonly items: readonly PlanItemDefinition[];
  /** Items left out because one of their parameters does not exist here, with the names missing. */
  readonly left: readonly { readonly item: PlanItemDefinition; readonly missing: readonly string[] }[];
}

/**
 * The plan of another enterprise for this one: parameters are matched by sheet and labels, constants and factors are
 * taken as they are, units of the other boundary are dropped. An item is taken whole or not at all, with the years it
 * holds for there.
 */
export function takeOver(
  theirs: readonly PlanItem[],
  theirParameters: readonly Parameter[],
  ours: readonly Parameter[],
  existing: readonly PlanItemDefinition[],
): TakenOver {
  const byKey = new Map<string, Parameter[]>();
  for (const parameter of ours)
    byKey.set(parameterKey(parameter), [...(byKey.get(parameterKey(parameter)) ?? []), parameter]);
  const theirsById = new Map(theirParameters.map((parameter) => [parameter.id, parameter]));
  const have = new Set(existing.map(identity));
  const items: PlanItemDefinition[] = [];
  const left: { item: PlanItemDefinition; missing: string[] }[] = [];
  for (const { definition } of theirs) {
    if (have.has(identity(definition))) continue;
    const missing: string[] = [];
    const find = (id: string): string => {
      const parameter = theirsById.get(id);
      const found = parameter && heldIn(byKey.get(parameterKey(parameter)) ?? [], definition)?.id;
      if (!found) missing.push(parameter?.labels.join(' ') ?? id);
      return found ?? '';
    };
    const bind = (binding: Binding): Binding => ({
      ...binding,
      ...(binding.parameterId ? { parameterId: find(binding.parameterId) } : {}),
      ...(binding.terms
        ? { terms: binding.terms.map((term) => ({ ...term, parameterId: find(term.parameterId) })) }
        : {}),
    });
    const bindAll = (bindings: Readonly<Record<string, Binding>>) =>
      Object.fromEntries(Object.entries(bindings).map(([symbol, binding]) => [symbol, bind(binding)]));
    const item: PlanItemDefinition = {
      ...definition,
      yearTo: endYear(definition.yearTo),
      facilityUnitId: null,
      processUnitId: null,
      inputs: bindAll(definition.inputs),
      whenMissing: definition.whenMissing.map((rule) => ({ ...rule, use: bindAll(rule.use) })),
    };
    if (missing.length > 0) left.push({ item: definition, missing });
    else items.push(item);
  }
  return { items, left };
}

/** The latest of the parameters of one key that holds in a year of the item; else the latest of them. */
function heldIn(
  candidates: readonly Parameter[],
  { yearFrom, yearTo }: PlanItemDefinition,
): Parameter | undefined {
  const latest = candidates.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
  return (
    latest.find(
      ({ validFrom, validTo }) =>
        (yearTo === null || validFrom.slice(0, 4) <= String(yearTo)) &&
        (validTo === null || validTo.slice(0, 4) >= String(yearFrom)),
    ) ?? latest[0]
  );
}

export interface YearSpan {
  readonly from: number;
  /** null without an end. */
  readonly to: number | null;
  readonly count: number;
}

/** How many items hold for which years, the earliest first. */
export function yearSpans(items: readonly PlanItemDefinition[]): readonly YearSpan[] {
  const spans = new Map<string, YearSpan>();
  for (const { yearFrom, yearTo } of items) {
    const to = isOpenEnded(yearTo) ? null : (yearTo ?? null);
    const key = `${yearFrom} ${to ?? ''}`;
    spans.set(key, { from: yearFrom, to, count: (spans.get(key)?.count ?? 0) + 1 });
  }
  return [...spans.values()].toSorted((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity));
}

function identity({ use, method, source, item, labels, yearFrom }: PlanItemDefinition): string {
  return JSON.stringify([use, method, source, item, labels['facility'] ?? '', yearFrom]);
}
