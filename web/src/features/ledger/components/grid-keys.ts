import { type KeyboardEvent } from 'react';
import { type Move } from '../model/selection';

/** What a key means in the grid. */
export type Command =
  | { readonly do: 'move'; readonly move: Move; readonly extend: boolean }
  | { readonly do: 'jump'; readonly move: 'up' | 'down' | 'left' | 'right'; readonly extend: boolean }
  | { readonly do: 'advance'; readonly along: 'row' | 'column'; readonly back: boolean }
  | { readonly do: 'edit'; readonly seed: string | null }
  | { readonly do: 'fill'; readonly direction: 'down' | 'right' }
  | { readonly do: 'clear' | 'undo' | 'redo' | 'save' | 'select-all' | 'collapse' | 'details' };

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const PAGES: Readonly<Record<string, Move>> = { PageUp: 'page-up', PageDown: 'page-down' };
const WITH_CONTROL: Readonly<Record<string, Command>> = {
  z: { do: 'undo' },
  y: { do: 'redo' },
  s: { do: 'save' },
  a: { do: 'select-all' },
  d: { do: 'fill', direction: 'down' },
  r: { do: 'fill', direction: 'right' },
  i: { do: 'details' },
  home: { do: 'move', move: 'first', extend: false },
  end: { do: 'move', move: 'last', extend: false },
};

export function commandOf(event: KeyboardEvent): Command | null {
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  if (arrow && control) return { do: 'jump', move: arrow, extend: shiftKey };
  if (arrow) return { do: 'move', move: arrow, extend: shiftKey };
  if (control) {
    if (key.toLowerCase() === 'z' && shiftKey) return { do: 'redo' };
    return WITH_CONTROL[key.toLowerCase()] ?? null;
  }
  const page = PAGES[key];
  if (page) return { do: 'move', move: page, extend: shiftKey };
  switch (key) {
    case 'Home':
      return { do: 'move', move: 'home', extend: shiftKey };
    case 'End':
      return { do: 'move', move: 'end', extend: shiftKey };
    case 'Tab':
      return { do: 'advance', along: 'row', back: shiftKey };
    case 'Enter':
      return { do: 'advance', along: 'column', back: shiftKey };
    case 'F2':
      return { do: 'edit', seed: null };
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' };
    case 'Escape':
      return { do: 'collapse' };
    default:
      return key.length === 1 && !event.altKey && key !== ' ' ? { do: 'edit', seed: key } : null;
  }
}
