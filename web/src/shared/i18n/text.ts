import { type Locale } from './locale';

export type TextParams = Readonly<Record<string, string | number>>;

type Table<K extends string> = Readonly<Record<K, string>>;

/** One feature's texts in both languages, with the same keys. */
export interface Texts<K extends string> {
  readonly tables: Readonly<Record<Locale, Table<K>>>;
}

/** Ties the two locale files of a feature together; a key missing from either does not compile. */
export function defineTexts<const Z extends Table<string>, const E extends Record<keyof Z & string, string>>(
  zh: Z,
  en: E & Record<Exclude<keyof E, keyof Z>, never>,
): Texts<keyof Z & string> {
  return { tables: { 'zh-CN': zh, en: en } };
}

/**
 * Fills `{name}` from the parameters. `{count|line|lines}` writes the word that fits the number, so that
 * English can say "1 line" and "2 lines".
 */
export function fillText(template: string, params: TextParams = {}): string {
  return template.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (one === undefined || many === undefined) return String(value);
      return Number(String(value).replaceAll(',', '')) === 1 ? one : many;
    },
  );
}

export function textOf<K extends string>(
  texts: Texts<K>,
  locale: Locale,
  key: K,
  params?: TextParams,
): string {
  return fillText(texts.tables[locale][key], params);
}
