import { normalizeDecimal } from '@/shared/format/decimal';

/** Adds decimals exactly, for the sum of selected cells as a spreadsheet shows it below the sheet. */
export function exactSum(values: readonly string[]): string {
  const parts = values.map((value) => normalizeDecimal(value).split('.'));
  const scale = Math.max(0, ...parts.map(([, fraction = '']) => fraction.length));
  const total = parts.reduce(
    (sum, [whole = '0', fraction = '']) => sum + BigInt(whole + fraction.padEnd(scale, '0')),
    0n,
  );
  const sign = total < 0n ? '-' : '';
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return normalizeDecimal(`${sign}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`);
}
