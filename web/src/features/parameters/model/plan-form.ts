import { type Binding, type PlanItemDefinition } from '../api/method-plans';
import { endYear, isOpenEnded } from './plan-years';

export type BindingKind = Binding['kind'];
export const BINDING_KINDS = ['PARAMETER', 'COMBINATION', 'CONSTANT', 'FACTOR', 'OPENING'] as const;

export interface TermDraft {
  readonly sign: '+' | '-';
  readonly parameterId?: string | undefined;
}

/** A binding as far as it is filled in. */
export interface BindingDraft {
  readonly kind: BindingKind;
  readonly parameterId?: string | undefined;
  readonly terms?: readonly TermDraft[] | undefined;
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  /** Where a constant comes from. */
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  /** Table, row and column of a factor, see `factorId`. */
  readonly factor?: string | undefined;
}

export interface RuleDraft {
  readonly symbol?: string | undefined;
  readonly drop?: readonly string[] | undefined;
  readonly use?: readonly { readonly symbol?: string; readonly binding?: BindingDraft }[] | undefined;
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
}

/** What the drawer asks for: a row of a source, data of production of a facility, or one output of the whole. */
export type PlanSubject = 'SOURCE' | 'FACILITY' | 'OUTPUT';

/** The symbol under which an output of the whole is kept. */
export const OUTPUT_SYMBOL = 'value';

export interface PlanForm {
  readonly subject: PlanSubject;
  readonly source?: string | undefined;
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  readonly yearFrom: number;
  /** Absent while no end is known. */
  readonly yearTo?: number | null | undefined;
  readonly labels?: Readonly<Record<string, string | undefined>> | undefined;
  readonly facilityUnitId?: string | undefined;
  readonly processUnitId?: string | undefined;
  readonly inputs?: Readonly<Record<string, BindingDraft | undefined>> | undefined;
  readonly rules?: readonly (RuleDraft | undefined)[] | undefined;
  readonly noRowWhenIdle?: string | undefined;
}

const SEPARATOR = '\n';

export function factorId({ table, row, column }: Pick<Binding, 'table' | 'row' | 'column'>): string {
  return [table, row, column].join(SEPARATOR);
}

export function draftOf(binding: Binding): BindingDraft {
  const { kind } = binding;
  switch (kind) {
    case 'PARAMETER':
    case 'OPENING':
      return { kind, parameterId: binding.parameterId ?? undefined };
    case 'COMBINATION':
      return {
        kind,
        terms: (binding.terms ?? []).map(({ sign, parameterId }) => ({
          sign: sign === '-' ? '-' : '+',
          parameterId,
        })),
      };
    case 'CONSTANT':
      return {
        kind,
        value: binding.value === null || binding.value === undefined ? undefined : String(binding.value),
        unit: binding.unit ?? undefined,
        zh: binding.origin?.zh,
        en: binding.origin?.en,
      };
    case 'FACTOR':
      return { kind, factor: factorId(binding) };
  }
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** The finished binding; null while something of it is not filled in. */
export function bindingOf(draft: BindingDraft | undefined): Binding | null {
  if (!draft) return null;
  const { kind, parameterId } = draft;
  switch (kind) {
    case 'PARAMETER':
    case 'OPENING':
      return parameterId ? { kind, parameterId } : null;
    case 'COMBINATION': {
      const terms = (draft.terms ?? []).flatMap((term) =>
        term.parameterId ? [{ sign: term.sign, parameterId: term.parameterId }] : [],
      );
      return terms.length > 0 && terms.length === draft.terms?.length ? { kind, terms } : null;
    }
    case 'CONSTANT': {
      const value = draft.value?.trim() ?? '';
      const zh = draft.zh?.trim() ?? '';
      if (!NUMBER.test(value) || !draft.unit || !zh) return null;
      return { kind, value, unit: draft.unit, origin: { zh, en: draft.en?.trim() || zh } };
    }
    case 'FACTOR': {
      const [table, row, column] = draft.factor?.split(SEPARATOR) ?? [];
      return table && row && column ? { kind, table, row, column } : null;
    }
  }
}

export function subjectOf({ use, inputs }: PlanItemDefinition): PlanSubject {
  if (use === 'SOURCE') return 'SOURCE';
  return OUTPUT_SYMBOL in inputs ? 'OUTPUT' : 'FACILITY';
}

export function formOf(definition: PlanItemDefinition | undefined, year: number): PlanForm {
  if (!definition) return { subject: 'SOURCE', yearFrom: year, yearTo: null, inputs: {}, rules: [] };
  const drafts = (bindings: Readonly<Record<string, Binding>>) =>
    Object.fromEntries(Object.entries(bindings).map(([symbol, binding]) => [symbol, draftOf(binding)]));
  return {
    subject: subjectOf(definition),
    source: definition.source,
    zh: definition.itemName.zh,
    en: definition.itemName.en,
    yearFrom: definition.yearFrom,
    yearTo: isOpenEnded(definition.yearTo) ? null : (endYear(definition.yearTo) ?? null),
    labels: { ...definition.labels },
    facilityUnitId: definition.facilityUnitId ?? undefined,
    processUnitId: definition.processUnitId ?? undefined,
    inputs: drafts(definition.inputs),
    rules: definition.whenMissing.map(({ symbol, drop, use, reason }) => ({
      symbol,
      drop: [...drop],
      use: Object.entries(use).map(([key, binding]) => ({ symbol: key, binding: draftOf(binding) })),
      zh: reason.zh,
      en: reason.en,
    })),
    noRowWhenIdle: definition.noRowWhenIdle ?? undefined,
  };
}

/** What an item is made in. */
export interface PlanPlace {
  readonly method: string;
  readonly position: number;
  /** Labels the method has for the source; others of the form belong to another source. */
  readonly labels: readonly string[];
  /** Whether an input is one of the source on screen. */
  readonly takes: (symbol: string) => boolean;
  /** How the facility is called in rows; absent for the whole enterprise. */
  readonly facility: string | undefined;
  readonly present: PlanItemDefinition | undefined;
}

const KEY_MOST = 80;

/** The request that keeps what the form says. Bindings not filled in are left out; the form refuses them before. */
export function definitionOf(form: PlanForm, place: PlanPlace): PlanItemDefinition {
  const { present } = place;
  const zh = form.zh?.trim() ?? '';
  const en = form.en?.trim() || zh;
  const key = (present?.item ?? en).slice(0, KEY_MOST);
  const source = form.subject === 'SOURCE';
  return {
    use: source ? 'SOURCE' : 'PRODUCTION',
    method: place.method,
    yearFrom: form.yearFrom,
    yearTo: form.yearTo ?? null,
    position: present?.position ?? place.position,
    source: source ? (form.source ?? '') : (present?.source ?? key),
    item: key,
    itemName: { zh, en },
    labels: labelsOf(form, place),
    facilityUnitId: form.facilityUnitId ?? null,
    processUnitId: form.processUnitId ?? null,
    inputs: bindingsOf(
      Object.entries(form.inputs ?? {}).flatMap(([symbol, binding]) =>
        place.takes(symbol) ? [{ symbol, binding }] : [],
      ),
    ),
    whenMissing: source ? rulesOf(form) : [],
    noRowWhenIdle: source && form.noRowWhenIdle ? form.noRowWhenIdle : null,
  };
}

function labelsOf(form: PlanForm, { labels, facility, present }: PlanPlace): Record<string, string> {
  const all: Record<string, string> = {};
  for (const label of labels) {
    const value = form.labels?.[label]?.trim();
    if (value) all[label] = value;
  }
  // What an item carries beside the method's labels, such as the unit of an output, stays.
  if (present && present.source === form.source)
    for (const [label, value] of Object.entries(present.labels))
      if (label !== 'facility' && !labels.includes(label)) all[label] = value;
  if (facility) all['facility'] = facility;
  return all;
}

function bindingsOf(
  drafts: readonly { readonly symbol?: string; readonly binding?: BindingDraft | undefined }[],
): Record<string, Binding> {
  const all: Record<string, Binding> = {};
  for (const { symbol, binding } of drafts) {
    const made = bindingOf(binding);
    if (symbol && made) all[symbol] = made;
  }
  return all;
}

function rulesOf({ rules }: PlanForm): PlanItemDefinition['whenMissing'] {
  return (rules ?? []).flatMap((rule) => {
    const zh = rule?.zh?.trim() ?? '';
    if (!rule?.symbol) return [];
    return [
      {
        symbol: rule.symbol,
        drop: [...(rule.drop ?? [])],
        use: bindingsOf(rule.use ?? []),
        reason: { zh, en: rule.en?.trim() || zh },
      },
    ];
  });
}

/** What rows call the facility: as other items of the plan do, else by the name of the unit. */
export function facilityLabel(
  unit: { readonly id: string; readonly name: string } | undefined,
  items: readonly PlanItemDefinition[],
): string | undefined {
  if (!unit) return undefined;
  const called = items.find(({ facilityUnitId, labels }) => facilityUnitId === unit.id && labels['facility'])
    ?.labels['facility'];
  return called ?? unit.name;
}
