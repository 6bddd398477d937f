import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Quantity } from '@/shared/format/quantity';
import { type Bilingual } from '@/shared/i18n/use-locale';

/** A figure of a run: `figure` is the id of its trace. */
export interface OverviewFigure extends Quantity {
  readonly figure: string | null;
}

export interface OverviewSource extends OverviewFigure {
  readonly key: string;
  readonly name: Bilingual;
  readonly category: string;
  /** How the source enters the total. */
  readonly sign: 'PLUS' | 'MINUS' | 'NONE';
  /** In percent of the total. */
  readonly share: string | null;
}

export interface OverviewMonth extends OverviewFigure {
  readonly month: string;
  readonly sources: readonly (OverviewFigure & { readonly key: string })[];
}

export interface OverviewProcess extends Quantity {
  readonly unitId: string | null;
  readonly name: Bilingual;
  readonly share: string | null;
}

export interface OverviewIntensity extends OverviewFigure {
  readonly key: string;
  readonly name: Bilingual;
}

/** What the home page shows of one run. */
export interface OverviewRun {
  readonly id: string;
  readonly number: number;
  readonly createdAt: string;
  readonly provisional: boolean;
  readonly total: OverviewFigure;
  readonly bySource: readonly OverviewSource[];
  readonly byMonth: readonly OverviewMonth[];
  readonly byProcess: readonly OverviewProcess[];
  /** How results were spread over processes, in words. */
  readonly processBasis: Bilingual;
  readonly intensities: readonly OverviewIntensity[];
}

/** How much one source rose or fell, with the sign it has in the total. */
export interface OverviewChange extends Quantity {
  readonly key: string;
  readonly name: Bilingual;
}

export type ToDoKind =
  'NO_INVENTORY' | 'OPEN_LINES' | 'PROVISIONAL' | 'STALE_INVENTORY' | 'UNSURE_FACTORS' | 'REPLACED_VALUES';

export interface OverviewToDo {
  readonly kind: ToDoKind;
  readonly count: number;
  readonly text: Bilingual;
  /** The page where it is done. */
  readonly link: string;
}

export interface Overview {
  readonly method: string | null;
  readonly methods: readonly { readonly id: string; readonly number: string; readonly title: Bilingual }[];
  readonly run: OverviewRun | null;
  readonly previous: OverviewRun | null;
  /** Against the year before, computed by the server; ratios in percent. */
  readonly change: {
    readonly total: string;
    readonly totalPercent: string | null;
    readonly bySource: readonly OverviewChange[];
    readonly intensityPercent: Readonly<Record<string, string>>;
  } | null;
  /** Ledger lines of the year by state. */
  readonly ledger: { readonly open: number; readonly confirmed: number; readonly locked: number };
  readonly todos: readonly OverviewToDo[];
}

export function overviewQuery(enterpriseId: string, year: number, method: string | null) {
  return queryOptions({
    queryKey: ['overview', enterpriseId, year, method],
    queryFn: ({ signal }) =>
      apiGet<Overview>(apiPath`/enterprises/${enterpriseId}/overview`, { query: { year, method }, signal }),
  });
}
