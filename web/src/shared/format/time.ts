import { type Locale } from '@/shared/i18n/locale';

/** Written year first, which reads the same in both languages: 2026-01-20 16:12, in the reader's zone. */
const INSTANT = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

export function formatInstant(instant: string | null | undefined): string {
  return instant ? INSTANT.format(new Date(instant)) : '—';
}

export function formatDate(date: string | null | undefined): string {
  return date ? date.slice(0, 10) : '—';
}

/** `2025-03` as 3月 or Mar. */
export function formatMonth(month: string, locale: Locale): string {
  const [year = '', number = ''] = month.split('-');
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(Number(year), Number(number) - 1, 1)));
}
