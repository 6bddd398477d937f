import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { type Locale, storedLocale, storeLocale } from './locale';
import { textOf, type TextParams, type Texts } from './text';

interface LocaleState {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleState>({ locale: 'zh-CN', setLocale: () => undefined });

export function LocaleProvider({ children, initial }: { children: ReactNode; initial?: Locale }) {
  const [locale, setState] = useState<Locale>(initial ?? storedLocale);
  const setLocale = useCallback((next: Locale) => {
    storeLocale(next);
    setState(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const state = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

export function useLocale(): LocaleState {
  return useContext(LocaleContext);
}

export type Translate<K extends string> = (key: K, params?: TextParams) => string;

export function useText<K extends string>(texts: Texts<K>): Translate<K> {
  const { locale } = useLocale();
  return useCallback((key, params) => textOf(texts, locale, key, params), [texts, locale]);
}

/** A text the server sends in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Picks the reader's language; falls back to Chinese, the language in which plant data is kept. */
export function pick(text: Bilingual | null | undefined, locale: Locale): string {
  if (!text) return '';
  return locale === 'en' && text.en ? text.en : text.zh;
}

export function usePick(): (text: Bilingual | null | undefined) => string {
  const { locale } = useLocale();
  return useCallback((text) => pick(text, locale), [locale]);
}
