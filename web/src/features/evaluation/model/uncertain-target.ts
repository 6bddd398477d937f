import { type Translate } from '@/shared/i18n/use-locale';
import { type UncertainInput, type Uncertainty } from '../api/uncertainty';

type Words = (text: { readonly zh: string; readonly en: string }) => string;

/** What an entry holds for, in words: source, item, value; what it leaves open is left out. */
export function targetWords(
  input: UncertainInput,
  known: Uncertainty,
  pick: Words,
  t: Translate<'u.target.all'>,
): string {
  const value = known.values.find(
    (one) =>
      (input.source === null || input.source === one.source) &&
      (input.item === null || input.item === one.item) &&
      (input.symbol === null || input.symbol === one.symbol),
  );
  const parts = [
    input.source === null ? null : value ? pick(value.sourceName) : input.source,
    input.item === null ? null : value ? pick(value.itemName) : input.item,
    input.symbol === null ? null : value ? pick(value.symbolName) : input.symbol,
  ].filter((part) => part !== null);
  return parts.length === 0 ? t('u.target.all') : parts.join(' · ');
}
