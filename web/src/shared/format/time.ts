import { type Locale } from '@/shared/i18n/locale';

/** An instant in the reader's zone, to the minute. */
export function formatInstant(instant: string | null | undefined, locale: Locale): string {
  if (!instant) return '—';
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

export function formatDate(date: string | null | undefined, locale: Locale): string {
  if (!date) return '—';
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))));
}

/** `2025-03` as 3月 or Mar. */
export function formatMonth(month: string, locale: Locale): string {
  const [year = '', number = ''] = month.split('-');
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(Number(year), Number(number) - 1, 1)));
}
