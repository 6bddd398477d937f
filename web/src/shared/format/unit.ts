import { type Locale } from '@/shared/i18n/locale';

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

function superscript(digits: string): string {
  return [...digits].map((digit) => SUPERSCRIPTS[digit] ?? digit).join('');
}

/** Writes a canonical unit (`10^4 Nm3`, `tCO2/MWh`) the way people read it (`万Nm³`, `tCO₂/MWh`). */
export function formatUnit(unit: string, locale: Locale): string {
  let text = unit;
  if (locale === 'zh-CN') {
    text = text.replace(/10\^4 ?/g, '万').replace(/10\^8 ?/g, '亿');
  }
  return text
    .replace(/10\^(-?\d+)/g, (_, exponent: string) => `10${superscript(exponent)}`)
    .replace(
      /(CO|CH|N|SF|CF|NF|H)(\d)(?=O|e\b|[^\d]|$)/g,
      (_, gas: string, digit: string) => gas + '₀₁₂₃₄₅₆₇₈₉'.charAt(Number(digit)),
    )
    .replace(/m([23])(?!\d)/g, (_, power: string) => `m${superscript(power)}`)
    .replace(/\bdegC\b/g, '°C')
    .replaceAll('*', '·');
}
