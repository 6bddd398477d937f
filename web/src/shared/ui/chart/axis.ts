import { formatNumber, scaleForReading } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { type Locale } from '@/shared/i18n/locale';

/** Short labels for a value axis: 20万 in Chinese, 200k in English. */
export function axisLabel(value: number, locale: Locale): string {
  const size = Math.abs(value);
  const short = (divisor: number, sign: string) => `${formatNumber(String(value / divisor), 3)}${sign}`;
  if (locale === 'zh-CN') {
    if (size >= 1e8) return short(1e8, formatUnit('10^8', locale));
    return size >= 1e4 ? short(1e4, formatUnit('10^4', locale)) : formatNumber(String(value), 3);
  }
  if (size >= 1e6) return short(1e6, 'M');
  return size >= 1e3 ? short(1e3, 'k') : formatNumber(String(value), 3);
}

/** A value with its unit for a tooltip, from the decimal the server sent. */
export function tooltipValue(value: string, unit: string, locale: Locale): string {
  const scaled = scaleForReading({ value, unit }, locale);
  return `${formatNumber(scaled.value)} ${formatUnit(scaled.unit, locale)}`;
}

/** One line of a tooltip: a coloured mark, a name, a value. Names come from people and are escaped. */
export function tooltipLine(color: string, name: string, value: string): string {
  return (
    `<div style="display:flex;gap:16px;align-items:center">` +
    `<span style="width:9px;height:9px;border-radius:2px;background:${color}"></span>` +
    `<span style="flex:1;margin-inline-start:-8px">${escapeHtml(name)}</span>` +
    `<span style="font-variant-numeric:tabular-nums">${escapeHtml(value)}</span></div>`
  );
}

/** Breaks a category name into lines: English between words, Chinese after six characters. */
export function wrapLabel(text: string, most = 14): string {
  if (!/[A-Za-z]/.test(text)) return text.replace(/(.{6})(?=.)/gu, '$1\n');
  const lines: string[] = [];
  for (const word of text.split(/(?<=[ -])/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.trim().length <= most) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trim()).join('\n');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
