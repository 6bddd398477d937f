import { type Locale } from '@/shared/i18n/locale';
import { groupThousands, normalizeDecimal, roundPlaces, roundSignificant, shiftLeft } from './decimal';
import { formatUnit } from './unit';

/** A decimal as the server sends it: a string, so that no digit is lost on the way. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

export const MISSING = '—';
const SCREEN_DIGITS = 5;

/** At most five significant digits with thousands separators; the exact value belongs in the tooltip. */
export function formatNumber(value: string | null | undefined, significant = SCREEN_DIGITS): string {
  return value === null || value === undefined
    ? MISSING
    : minus(groupThousands(roundSignificant(value, significant)));
}

/** Every digit the server sent, thousands separated. */
export function formatExact(value: string | null | undefined): string {
  return value === null || value === undefined ? MISSING : minus(groupThousands(normalizeDecimal(value)));
}

export function formatPlaces(value: string | null | undefined, places: number): string {
  return value === null || value === undefined ? MISSING : minus(groupThousands(roundPlaces(value, places)));
}

export function formatQuantity(quantity: Quantity | null | undefined, locale: Locale): string {
  if (!quantity) return MISSING;
  return withUnit(formatNumber(quantity.value), formatUnit(quantity.unit, locale));
}

/** All digits and the unit: for hover and copy. */
export function formatExactQuantity(quantity: Quantity | null | undefined, locale: Locale): string {
  if (!quantity) return MISSING;
  return withUnit(formatExact(quantity.value), formatUnit(quantity.unit, locale));
}

/**
 * Large amounts for key figures: tonnes as 万t in Chinese and kt or Mt in English, so that five digits say enough.
 * Only a plain tonne at the head of the unit is scaled.
 */
export function scaleForReading(quantity: Quantity, locale: Locale): Quantity {
  const whole = normalizeDecimal(quantity.value).replace('-', '').split('.')[0] ?? '';
  if (!/^t(CO2e?|ce)?$/.test(quantity.unit)) return quantity;
  if (locale === 'zh-CN') {
    return whole.length > 5
      ? { value: shiftLeft(quantity.value, 4), unit: `10^4 ${quantity.unit}` }
      : quantity;
  }
  if (whole.length > 6) return { value: shiftLeft(quantity.value, 6), unit: `M${quantity.unit}` };
  return whole.length > 5 ? { value: shiftLeft(quantity.value, 3), unit: `k${quantity.unit}` } : quantity;
}

/** A ratio such as 0.1234 as 12.3 %. */
export function formatPercent(ratio: string | null | undefined, places = 1): string {
  return ratio === null || ratio === undefined
    ? MISSING
    : `${minus(roundPlaces(shiftLeft(ratio, -2), places))} %`;
}

/** The same with a sign, for changes. */
export function formatChange(ratio: string | null | undefined, places = 1): string {
  const text = formatPercent(ratio, places);
  return text === MISSING || text.startsWith('−') ? text : `+${text}`;
}

function withUnit(number: string, unit: string): string {
  return unit === '' || unit === '1' ? number : `${number} ${unit}`;
}

/** The true minus sign, as wide as a digit. */
function minus(text: string): string {
  return text.replace(/^-/, '−');
}
