import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type FigureRef } from '@/shared/ui/trace-context';
import { type Answer } from '@/shared/api/contract';

/** Why a figure is what it is: the figures it is the sum of, or its formula with every input down to the cell. */
export type Trace = Answer<'inventory.trace'>;

/** A figure this one is the sum of. */
export type TracePart = Trace['parts'][number];
export type TraceInput = Trace['inputs'][number];
export type LedgerOrigin = NonNullable<TraceInput['ledger']>;
export type FactorOrigin = NonNullable<TraceInput['factor']>;

/** A value computed on the way: a route of the method, or ledger values put together. */
export type RouteOrigin = NonNullable<TraceInput['route']>;

/** A run never changes, so neither does its trace. */
export function traceQuery({ enterpriseId, inventoryId, figureId }: FigureRef) {
  return queryOptions({
    queryKey: ['trace', enterpriseId, inventoryId, figureId],
    queryFn: ({ signal }) =>
      apiGet<Trace>(
        apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/figures/${figureId}/trace`,
        { signal },
      ),
    staleTime: Infinity,
  });
}
