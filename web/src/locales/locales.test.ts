import { describe, expect, it } from 'vitest';
import { isLocale } from '@/shared/i18n/locale';

const files = import.meta.glob<Record<string, string>>('./*/*.json', { eager: true, import: 'default' });

function tableOf(locale: string, feature: string): Record<string, string> {
  return files[`./${locale}/${feature}.json`] ?? {};
}

/** `{count}` and `{count|line|lines}` both name `count`. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map((match) => match[1] ?? ''))].sort();
}

const features = [
  ...new Set(Object.keys(files).map((path) => path.split('/')[2]?.replace('.json', '') ?? '')),
].sort();

describe('locale files', () => {
  it('exist for known languages only', () => {
    expect(
      Object.keys(files)
        .map((path) => path.split('/')[1])
        .every(isLocale),
    ).toBe(true);
    expect(features).toContain('frame');
  });

  it.each(features)('%s has the same keys in both languages', (feature) => {
    expect(Object.keys(tableOf('en', feature)).sort()).toEqual(Object.keys(tableOf('zh-CN', feature)).sort());
  });

  it.each(features)('%s names the same placeholders in both languages', (feature) => {
    for (const [key, zh] of Object.entries(tableOf('zh-CN', feature))) {
      expect([key, placeholders(tableOf('en', feature)[key] ?? '')]).toEqual([key, placeholders(zh)]);
    }
  });

  it.each(features)('%s leaves no text empty and no Chinese in English', (feature) => {
    for (const [key, en] of Object.entries(tableOf('en', feature))) {
      expect([key, en.trim()]).not.toEqual([key, '']);
      if (key !== 'language.to') expect([key, /[\u4e00-\u9fff]/.test(en)]).toEqual([key, false]);
    }
  });
});
