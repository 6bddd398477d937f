import { type Locale } from '@/shared/i18n/locale';
import { type Bilingual, pick } from '@/shared/i18n/use-locale';

/** The name of a monitoring parameter in the reader's language; plants that keep one name have it in both. */
export function parameterName({ name }: { readonly name: string | Bilingual }, locale: Locale): string {
  return typeof name === 'string' ? name : pick(name, locale);
}
