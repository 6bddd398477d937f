import { roundPlaces } from '@/shared/format/decimal';
import { MISSING } from '@/shared/format/quantity';

/** A percentage as the server sends it (`-1.327`), with its sign and one digit after the point. */
export function signedPercent(percent: string | null): string {
  if (percent === null) return MISSING;
  const text = roundPlaces(percent, 1);
  return text.startsWith('-') ? `−${text.slice(1)} %` : `+${text} %`;
}
