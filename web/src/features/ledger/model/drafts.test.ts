import { describe, expect, it } from 'vitest';
import { cellKey } from './cell-address';
import { drop, type Drafts, enter, NO_DRAFTS, rebase, redo, undo } from './drafts';

const A = cellKey('p1', 1);
const B = cellKey('p1', 2);
const nothing = { value: null, version: 0 };
const type = (
  drafts: Drafts,
  key: typeof A,
  text: string,
  stored = nothing as { value: string | null; version: number },
) => enter(drafts, [{ key, text, stored }]);
const valueAt = (drafts: Drafts, key: typeof A) => drafts.entries.get(key)?.value;

describe('unsaved entries', () => {
  it('hold the number typed and the version it is based on', () => {
    const drafts = type(NO_DRAFTS, A, '1,234.50', { value: '7', version: 3 });
    expect(drafts.entries.get(A)).toEqual({ text: '1234.5', value: '1234.5', baseVersion: 3 });
  });

  it('vanish when the stored value is typed again', () => {
    const drafts = type(type(NO_DRAFTS, A, '8', { value: '7', version: 3 }), A, '7.0', {
      value: '7',
      version: 3,
    });
    expect(drafts.entries.size).toBe(0);
  });

  it('keep what is no number, as no value', () => {
    expect(type(NO_DRAFTS, A, '约3.2').entries.get(A)).toEqual({
      text: '约3.2',
      value: undefined,
      baseVersion: 0,
    });
  });

  it('undo and redo step by step, a paste as one step', () => {
    const typed = type(NO_DRAFTS, A, '1');
    const pasted = enter(typed, [
      { key: A, text: '2', stored: nothing },
      { key: B, text: '3', stored: nothing },
    ]);
    const undone = undo(pasted);
    expect([valueAt(undone, A), valueAt(undone, B)]).toEqual(['1', undefined]);
    expect(undo(undone).entries.size).toBe(0);
    const redone = redo(undone);
    expect([valueAt(redone, A), valueAt(redone, B)]).toEqual(['2', '3']);
  });

  it('forget what was undone once something new is typed', () => {
    const drafts = type(undo(type(NO_DRAFTS, A, '1')), B, '5');
    expect(redo(drafts)).toBe(drafts);
  });

  it('make no step of an entry that changes nothing', () => {
    expect(type(NO_DRAFTS, A, '')).toBe(NO_DRAFTS);
    const typed = type(NO_DRAFTS, A, '1');
    expect(type(typed, A, '1')).toBe(typed);
  });

  it('can be based on a newer version or taken back after a conflict', () => {
    const typed = type(NO_DRAFTS, A, '1');
    expect(rebase(typed, A, 4).entries.get(A)?.baseVersion).toBe(4);
    expect(drop(typed, [A]).entries.size).toBe(0);
  });
});
