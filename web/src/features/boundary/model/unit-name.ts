import { type BoundaryUnit } from '@/shared/api/list-units';
import { type Locale } from '@/shared/i18n/locale';

/** The unit's name in the reader's language; the Chinese one where no other was given. */
export function unitName(unit: BoundaryUnit, locale: Locale): string {
  return locale === 'en' && unit.nameEn ? unit.nameEn : unit.name;
}
