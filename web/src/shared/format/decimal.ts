/** Exact work on decimal strings; no floating point, so that what is shown is what was computed. */

interface Parts {
  readonly negative: boolean;
  /** Digits without sign, point or leading zeros; "" is zero. */
  readonly digits: string;
  /** How many of the digits stand after the point. */
  readonly scale: number;
}

const PATTERN = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/;

export function isDecimal(text: string): boolean {
  const match = PATTERN.exec(text);
  return match !== null && (match[2] ?? '') + (match[3] ?? '') !== '';
}

function parse(text: string): Parts {
  const match = PATTERN.exec(text);
  if (!match || !isDecimal(text)) throw new Error(`not a decimal: ${text}`);
  const fraction = match[3] ?? '';
  const raw = (match[2] ?? '') + fraction;
  let scale = fraction.length - Number(match[4] ?? 0);
  let digits = raw.replace(/^0+/, '');
  if (scale < 0) {
    digits = digits === '' ? '' : digits + '0'.repeat(-scale);
    scale = 0;
  }
  return { negative: match[1] === '-' && digits !== '', digits, scale };
}

function write({ negative, digits, scale }: Parts): string {
  const padded = digits.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = scale === 0 ? '' : padded.slice(padded.length - scale);
  return (negative && /[1-9]/.test(digits) ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** Half-up (away from zero), dropping the last `count` digits. */
function dropDigits(parts: Parts, count: number): Parts {
  if (count <= 0) return parts;
  const digits = parts.digits.padStart(count + 1, '0');
  const kept = digits.slice(0, digits.length - count);
  const up = digits.charAt(digits.length - count) >= '5';
  const rounded = up ? (BigInt(kept) + 1n).toString() : kept;
  return { ...parts, digits: rounded.replace(/^0+/, ''), scale: parts.scale - count };
}

/** Plain writing: no exponent, no trailing zeros after the point. */
export function normalizeDecimal(text: string): string {
  const plain = write(parse(text));
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** At most `significant` significant digits, half-up; digits before the point become zeros rather than vanish. */
export function roundSignificant(text: string, significant: number): string {
  const parts = parse(text);
  const surplus = parts.digits.length - significant;
  return normalizeDecimal(write(wholeScale(dropDigits(parts, surplus))));
}

/** Exactly `places` digits after the point, half-up. */
export function roundPlaces(text: string, places: number): string {
  const parts = parse(text);
  if (parts.scale > places) return write(dropDigits(parts, parts.scale - places));
  return write({ ...parts, digits: parts.digits + '0'.repeat(places - parts.scale), scale: places });
}

/** Moves the point `places` to the left, exactly: 12345 by 4 is 1.2345; negative moves it to the right. */
export function shiftLeft(text: string, places: number): string {
  const parts = parse(text);
  return normalizeDecimal(write(wholeScale({ ...parts, scale: parts.scale + places })));
}

function wholeScale(parts: Parts): Parts {
  return parts.scale < 0 ? { ...parts, digits: parts.digits + '0'.repeat(-parts.scale), scale: 0 } : parts;
}

export function groupThousands(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function compareDecimal(a: string, b: string): number {
  const left = parse(a);
  const right = parse(b);
  const scale = Math.max(left.scale, right.scale);
  const big = (p: Parts) =>
    BigInt(p.digits || '0') * 10n ** BigInt(scale - p.scale) * (p.negative ? -1n : 1n);
  const difference = big(left) - big(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** For chart geometry only, never for a figure that is written. */
export function chartNumber(text: string): number {
  return Number(text);
}
