import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { ApiProblem, isVersionConflict, type ProblemItem } from '@/shared/api/problem';
import { useText } from '@/shared/i18n/use-locale';
import { type Ledger, ledgerQuery } from '../api/get-ledger';
import { saveLines } from '../api/save-lines';
import { ledgerTexts } from '../ledger-texts';
import { type CellKey, cellKey, OPENING_COLUMN } from '../model/cell-address';
import { drop, enter, type Entry, NO_DRAFTS, rebase, redo, undo } from '../model/drafts';
import { type Conflict, conflictsOf, entriesToSave, invalidKeys } from '../model/ledger-edits';
import { type Choice } from './conflict-dialog';

const NO_CONFLICTS: readonly Conflict[] = [];

/** Unsaved entries of the sheet: typing, undo, saving all or nothing, and settling what somebody else changed. */
export function useDrafts(enterpriseId: string, ledger: Ledger) {
  const t = useText(ledgerTexts);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const [conflicts, setConflicts] = useState(NO_CONFLICTS);
  const year = Number(ledger.months[0]?.slice(0, 4));

  const saving = useMutation({
    mutationFn: () => saveLines(enterpriseId, entriesToSave(ledger, drafts.entries)),
    onSuccess: async () => {
      const count = drafts.entries.size;
      await client.invalidateQueries({ queryKey: ['ledger', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['ledger-line', enterpriseId] });
      setDrafts(NO_DRAFTS);
      void message.success(t('saved', { count }));
    },
    onError: async (error) => {
      if (!isVersionConflict(error)) return;
      const fresh = await client.fetchQuery({ ...ledgerQuery(enterpriseId, year), staleTime: 0 });
      setConflicts(conflictsOf(fresh, drafts.entries));
    },
  });

  const refusals = useMemo(() => refusalsOf(saving.error, ledger), [saving.error, ledger]);
  const { mutate, reset } = saving;
  const change = useCallback(
    (how: (current: typeof drafts) => typeof drafts) => {
      reset();
      setDrafts(how);
    },
    [reset],
  );
  const save = () => {
    if (drafts.entries.size === 0 || saving.isPending) return;
    const invalid = invalidKeys(drafts.entries).length;
    if (invalid > 0) void message.error(t('save.invalid', { count: invalid }));
    else mutate();
  };
  const resolve = (choices: ReadonlyMap<CellKey, Choice>) => {
    change((current) => {
      const taken = conflicts.filter(({ key }) => choices.get(key) !== 'mine').map(({ key }) => key);
      const kept = conflicts.filter(({ key }) => choices.get(key) === 'mine');
      return kept.reduce((next, { key, version }) => rebase(next, key, version), drop(current, taken));
    });
    setConflicts(NO_CONFLICTS);
  };
  return {
    entries: drafts.entries,
    canUndo: drafts.past.length > 0,
    canRedo: drafts.future.length > 0,
    enter: useCallback((entries: readonly Entry[]) => change((current) => enter(current, entries)), [change]),
    undo: useCallback(() => change(undo), [change]),
    redo: useCallback(() => change(redo), [change]),
    save,
    saving: saving.isPending,
    error: isVersionConflict(saving.error) ? null : saving.error,
    refusals,
    conflicts,
    resolve,
    postpone: () => setConflicts(NO_CONFLICTS),
  };
}

/** The server names parameter and month of every line it refuses. */
function refusalsOf(error: unknown, ledger: Ledger): ReadonlyMap<CellKey, ProblemItem> {
  const found = new Map<CellKey, ProblemItem>();
  if (!(error instanceof ApiProblem)) return found;
  for (const problem of error.problems) {
    const { parameterId, parameter, month, slot } = problem.args ?? {};
    const row = ledger.rows.find(
      (one) => one.parameter.id === parameterId || one.parameter.name === parameter,
    );
    if (!row || typeof month !== 'string') continue;
    const column = slot === 'OPENING' ? OPENING_COLUMN : ledger.months.indexOf(month) + 1;
    found.set(cellKey(row.parameter.id, column), problem);
  }
  return found;
}
