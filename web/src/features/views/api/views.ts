import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPut } from '@/shared/api/client';
import { type Answer, type Body, type Item } from '@/shared/api/contract';

export type ViewSummary = Item<'view.list'>;
export type ShownView = Answer<'view.show'>;
export type ViewCategory = ShownView['categories'][number];
export type ViewLine = ShownView['reconciliation'][number];
export type EntriesBody = Body<'view.enter'>;

const key = (enterpriseId: string) => ['views', enterpriseId];

export function viewListQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), 'list'],
    queryFn: async ({ signal }) =>
      (await apiGet<Answer<'view.list'>>(apiPath`/enterprises/${enterpriseId}/views`, { signal })).items,
  });
}

export function viewQuery(enterpriseId: string, view: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), view, inventoryId],
    queryFn: ({ signal }) =>
      apiGet<ShownView>(apiPath`/enterprises/${enterpriseId}/views/${view}`, {
        query: { inventoryId },
        signal,
      }),
  });
}

/** Writes the entries of a year anew; refused when somebody else did so meanwhile. */
export function useEnterEntries(enterpriseId: string, shown: ShownView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: EntriesBody) =>
      apiPut(apiPath`/enterprises/${enterpriseId}/views/${shown.view}/entries`, body, {
        ifMatch: shown.version,
        query: { year: shown.year },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
