import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Formula } from '@/shared/api/list-methods';
import { type Quantity } from '@/shared/format/quantity';
import { type Bilingual } from '@/shared/i18n/use-locale';
import { type FigureRef } from '@/shared/ui/trace-context';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A figure this one is the sum of. */
export interface TracePart extends Quantity {
  readonly figure: string;
  readonly label: Bilingual;
  readonly sign: '+' | '-';
}

export interface LedgerOrigin {
  readonly lineId: string;
  readonly version: number;
  readonly parameterId: string;
  readonly parameter: Bilingual;
  readonly month: string;
  readonly opening: boolean;
  readonly state: 'OPEN' | 'CONFIRMED' | 'LOCKED';
  readonly enteredBy: Person;
  readonly enteredAt: string;
  readonly reason: string | null;
  readonly importId: string | null;
  readonly importFile: string | null;
  readonly importFileDigest: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Digests of the vouchers. */
  readonly vouchers: readonly string[];
}

export interface FactorOrigin {
  readonly table: string;
  readonly tableTitle: Bilingual;
  readonly row: string;
  readonly rowName: Bilingual;
  readonly column: string;
  readonly columnName: Bilingual;
  /** As printed in the table. */
  readonly value: string;
  readonly unit: string;
  readonly citation: Bilingual;
  readonly confidence: string;
}

/** A value computed on the way: a route of the method, or ledger values put together. */
export interface RouteOrigin extends Quantity {
  readonly id: string;
  readonly name: Bilingual;
  readonly formula: Formula;
  readonly substituted: Formula;
  readonly inputs: readonly TraceInput[];
}

export interface TraceInput extends Quantity {
  readonly symbol: string;
  readonly name: Bilingual;
  readonly asWritten: string | null;
  readonly origin: 'LEDGER' | 'FACTOR' | 'CONSTANT' | 'ROUTE';
  readonly ledger: LedgerOrigin | null;
  readonly factor: FactorOrigin | null;
  readonly constant: Bilingual | null;
  readonly route: RouteOrigin | null;
}

/** Why a figure is what it is: the figures it is the sum of, or its formula with every input down to the cell. */
export interface Trace extends Quantity {
  readonly figure: string;
  readonly label: Bilingual;
  readonly exact: string | null;
  readonly formula: Formula | null;
  readonly substituted: Formula | null;
  readonly parts: readonly TracePart[];
  readonly inputs: readonly TraceInput[];
  readonly notes: readonly Bilingual[];
  readonly run: {
    readonly id: string;
    readonly number: number;
    readonly method: string;
    readonly methodNumber: string;
    readonly methodTitle: Bilingual;
    readonly createdBy: Person;
    readonly createdAt: string;
    readonly provisional: boolean;
    readonly digest: string;
  };
}

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
