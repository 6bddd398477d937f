import { type IntensityEntry, type WatchedIntensities } from '../api/intensities';

const TOTAL = 'total:';
const SOURCE = 'source:';

/** An intensity as the form holds it; `numerator` holds one `total:KEY`, or several `source:KEY`. */
export interface IntensityRow {
  readonly zh: string;
  readonly en: string;
  readonly numerator: readonly string[];
  readonly facilities?: readonly string[];
  readonly per: string;
}

export function rowOf(definition: WatchedIntensities['definitions'][number]): IntensityRow {
  return {
    zh: definition.name.zh,
    en: definition.name.en,
    numerator:
      definition.total === null ? definition.sources.map((key) => SOURCE + key) : [TOTAL + definition.total],
    facilities: definition.facilities,
    per: definition.per,
  };
}

/** A total chosen beside sources stands for itself: the server refuses both at once. */
export function entryOf(row: IntensityRow): IntensityEntry {
  const total = row.numerator.find((one) => one.startsWith(TOTAL));
  return {
    name: { zh: row.zh, en: row.en },
    total: total === undefined ? null : total.slice(TOTAL.length),
    sources: row.numerator.filter((one) => one.startsWith(SOURCE)).map((one) => one.slice(SOURCE.length)),
    facilities: row.facilities ?? [],
    per: row.per,
  };
}
