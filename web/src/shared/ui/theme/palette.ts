/** The one place colours come from. Emission sources keep theirs on every screen. */
export const ACCENT = '#0f766e';

export type ColorMode = 'light' | 'dark';

interface Tone {
  readonly light: string;
  readonly dark: string;
}

/** By the category the method edition gives a source; for sources the table below does not name. */
const CATEGORY: Readonly<Record<string, Tone>> = {
  fuel: { light: '#0f766e', dark: '#1fb3a3' },
  process: { light: '#b45309', dark: '#e0912a' },
  electricity: { light: '#4f6bd8', dark: '#8ea2f5' },
  heat: { light: '#b4476b', dark: '#f08aab' },
  removal: { light: '#5b8c3a', dark: '#9ccc74' },
  declared: { light: '#64748b', dark: '#94a3b8' },
};

/** The sources seen most often, so that two of one category never look alike. */
const SOURCE: Readonly<Record<string, Tone>> = {
  'fossil-fuel-combustion': { light: '#0f766e', dark: '#1fb3a3' },
  'clinker-fuel-combustion': { light: '#0f766e', dark: '#1fb3a3' },
  'alternative-fuel-combustion': { light: '#5aa9a2', dark: '#7fe3d6' },
  'other-fuel-combustion': { light: '#5aa9a2', dark: '#7fe3d6' },
  flux: { light: '#b45309', dark: '#e0912a' },
  'carbonate-decomposition': { light: '#b45309', dark: '#e0912a' },
  'clinker-process': { light: '#b45309', dark: '#e0912a' },
  desulfurization: { light: '#b45309', dark: '#e0912a' },
  'non-carbonate-replacement': { light: '#8a7a2c', dark: '#cdbb5e' },
  electrode: { light: '#8b5cb5', dark: '#c4a1ea' },
  'carbon-bearing-material': { light: '#a16d4a', dark: '#d6a17c' },
  'non-fuel-carbon': { light: '#a16d4a', dark: '#d6a17c' },
  'fixed-carbon': { light: '#5b8c3a', dark: '#9ccc74' },
  'purchased-electricity': { light: '#4f6bd8', dark: '#8ea2f5' },
  'net-purchased-electricity': { light: '#4f6bd8', dark: '#8ea2f5' },
  'exported-electricity': { light: '#9aa9e6', dark: '#5f70bd' },
  'purchased-heat': { light: '#b4476b', dark: '#f08aab' },
  'exported-heat': { light: '#d79ab0', dark: '#a8566f' },
};

/** For things without a category (processes, items), in order of size. */
const SERIES: readonly Tone[] = [
  { light: '#0f766e', dark: '#1fb3a3' },
  { light: '#b45309', dark: '#e0912a' },
  { light: '#4f6bd8', dark: '#8ea2f5' },
  { light: '#5b8c3a', dark: '#9ccc74' },
  { light: '#8b5cb5', dark: '#c4a1ea' },
  { light: '#b4476b', dark: '#f08aab' },
  { light: '#0e7fa8', dark: '#5cc3e8' },
  { light: '#94761f', dark: '#d9bd5a' },
  { light: '#64748b', dark: '#94a3b8' },
];

export const STATE: Readonly<Record<'neutral' | 'progress' | 'good' | 'due' | 'bad', Tone>> = {
  neutral: { light: '#64748b', dark: '#94a3b8' },
  progress: { light: '#2563eb', dark: '#60a5fa' },
  good: { light: '#15803d', dark: '#46c278' },
  due: { light: '#b45309', dark: '#e9a93a' },
  bad: { light: '#b91c1c', dark: '#f87171' },
};

export function seriesColor(index: number, mode: ColorMode): string {
  return (SERIES[index % SERIES.length] ?? SERIES[0])?.[mode] ?? ACCENT;
}

/** The colour of an emission source: the same on every screen and in every chart. */
export function sourceColor(key: string, mode: ColorMode, category?: string | null): string {
  return (SOURCE[key] ?? CATEGORY[category ?? 'declared'] ?? CATEGORY['declared'])?.[mode] ?? ACCENT;
}
