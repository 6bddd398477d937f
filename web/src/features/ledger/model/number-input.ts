import { isDecimal, normalizeDecimal } from '@/shared/format/decimal';

/** What a person typed or pasted into a number cell. */
export type NumberInput =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly text: string };

const NOTHING = new Set(['', '-', '—', '–', '/', '／', '－']);
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** Full-width digits, point, comma and signs as Chinese input methods write them. */
function halfWidth(text: string): string {
  return text
    .replace(/[０-９．，＋－％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replaceAll('\u2212', '-');
}

/** Reads a number without ever passing through floating point. A comma is accepted only between groups of three digits. */
export function readNumber(text: string): NumberInput {
  const trimmed = text.replace(/[\u0020\u00a0\u3000\t]/g, '');
  if (NOTHING.has(trimmed)) return { kind: 'empty' };
  let plain = halfWidth(trimmed);
  if (GROUPED.test(plain)) plain = plain.replaceAll(',', '');
  if (!isDecimal(plain)) return { kind: 'invalid', text };
  return { kind: 'number', value: normalizeDecimal(plain) };
}
