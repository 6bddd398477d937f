import { type Locale } from '@/shared/i18n/locale';
import { pick } from '@/shared/i18n/use-locale';

/** A name as plants keep it: one for both languages, or an English one beside the Chinese. */
export type KeptName = string | { readonly zh: string; readonly en: string | null };

/** The name of a monitoring parameter in the reader's language; the Chinese one where there is no English. */
export function keptName(name: KeptName, locale: Locale): string {
  return typeof name === 'string' ? name : pick({ zh: name.zh, en: name.en ?? '' }, locale) || name.zh;
}

export function parameterName({ name }: { readonly name: KeptName }, locale: Locale): string {
  return keptName(name, locale);
}
