import { type CellKey } from './cell-address';
import { readNumber } from './number-input';

/** An entry that is not saved yet. */
export interface Draft {
  readonly text: string;
  /** null empties the cell; undefined where the text is no number. */
  readonly value: string | null | undefined;
  /** Version of the line the entry is based on; 0 where there was none. */
  readonly baseVersion: number;
}

type Change = {
  readonly key: CellKey;
  readonly before: Draft | undefined;
  readonly after: Draft | undefined;
};
type Step = readonly Change[];

export interface Drafts {
  readonly entries: ReadonlyMap<CellKey, Draft>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const NO_DRAFTS: Drafts = { entries: new Map(), past: [], future: [] };

/** What stands on the server in a cell. */
export interface Stored {
  readonly value: string | null;
  readonly version: number;
}

/** A person's entry: where, what, and what stood there. */
export interface Entry {
  readonly key: CellKey;
  readonly text: string;
  readonly stored: Stored;
}

function draftOf({ text, stored }: Entry): Draft | undefined {
  const input = readNumber(text);
  if (input.kind === 'invalid') return { text, value: undefined, baseVersion: stored.version };
  const value = input.kind === 'empty' ? null : input.value;
  return value === stored.value ? undefined : { text: value ?? '', value, baseVersion: stored.version };
}

function same(a: Draft | undefined, b: Draft | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.text === b.text && a.value === b.value);
}

/** One step of the person: typing in a cell, a paste, a fill. It is undone as a whole. */
export function enter(drafts: Drafts, entries: readonly Entry[]): Drafts {
  const step = entries
    .map((entry) => ({ key: entry.key, before: drafts.entries.get(entry.key), after: draftOf(entry) }))
    .filter(({ before, after }) => !same(before, after));
  if (step.length === 0) return drafts;
  return { entries: apply(drafts.entries, step, 'after'), past: [...drafts.past, step], future: [] };
}

export function undo(drafts: Drafts): Drafts {
  const step = drafts.past.at(-1);
  if (!step) return drafts;
  return {
    entries: apply(drafts.entries, step, 'before'),
    past: drafts.past.slice(0, -1),
    future: [step, ...drafts.future],
  };
}

export function redo(drafts: Drafts): Drafts {
  const [step, ...rest] = drafts.future;
  if (!step) return drafts;
  return { entries: apply(drafts.entries, step, 'after'), past: [...drafts.past, step], future: rest };
}

/** Which cells the last step touched, for showing where undo went. */
export function lastStep(drafts: Drafts): readonly CellKey[] {
  return drafts.past.at(-1)?.map(({ key }) => key) ?? [];
}

/** After somebody else changed the line: keep the entry, now based on their version. */
export function rebase(drafts: Drafts, key: CellKey, version: number): Drafts {
  const draft = drafts.entries.get(key);
  if (!draft) return drafts;
  return { ...drafts, entries: new Map(drafts.entries).set(key, { ...draft, baseVersion: version }) };
}

/** Takes an entry back without leaving a step to undo. */
export function drop(drafts: Drafts, keys: readonly CellKey[]): Drafts {
  const entries = new Map(drafts.entries);
  for (const key of keys) entries.delete(key);
  return { entries, past: [], future: [] };
}

function apply(
  entries: ReadonlyMap<CellKey, Draft>,
  step: Step,
  side: 'before' | 'after',
): ReadonlyMap<CellKey, Draft> {
  const next = new Map(entries);
  for (const change of step) {
    const draft = change[side];
    if (draft) next.set(change.key, draft);
    else next.delete(change.key);
  }
  return next;
}
