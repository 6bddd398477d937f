import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { type ColorMode } from './palette';

const STORAGE_KEY = 'tanheng.theme';
export type ColorChoice = ColorMode | 'system';

interface ColorModeState {
  readonly mode: ColorMode;
  readonly choice: ColorChoice;
  readonly setChoice: (choice: ColorChoice) => void;
}

const ColorModeContext = createContext<ColorModeState>({
  mode: 'light',
  choice: 'system',
  setChoice: () => undefined,
});

function storedChoice(): ColorChoice {
  const stored = window.localStorage.getItem(STORAGE_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function ColorModeProvider({ children }: { children: ReactNode }) {
  const [choice, setState] = useState<ColorChoice>(storedChoice);
  const [systemDark, setSystemDark] = useState(
    () => window.matchMedia('(prefers-color-scheme: dark)').matches,
  );
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    const listen = (event: MediaQueryListEvent) => setSystemDark(event.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  const setChoice = useCallback((next: ColorChoice) => {
    window.localStorage.setItem(STORAGE_KEY, next);
    setState(next);
  }, []);
  const mode: ColorMode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    document.documentElement.dataset['theme'] = mode;
    document.documentElement.style.colorScheme = mode;
  }, [mode]);
  const state = useMemo(() => ({ mode, choice, setChoice }), [mode, choice, setChoice]);
  return <ColorModeContext value={state}>{children}</ColorModeContext>;
}

export function useColorMode(): ColorModeState {
  return useContext(ColorModeContext);
}
