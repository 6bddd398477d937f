import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useText } from '@/shared/i18n/use-locale';
import { ledgerTexts } from '../ledger-texts';

export type EditorEnd = 'stay' | 'down' | 'up' | 'right' | 'left' | 'next' | 'previous';

interface CellEditorProps {
  readonly initial: string;
  /** Opened by typing: arrow keys then leave the cell, as in a spreadsheet. */
  readonly fresh: boolean;
  /** `null` gives the entry up. */
  readonly onEnd: (text: string | null, end: EditorEnd) => void;
}

function endOf(event: KeyboardEvent, fresh: boolean): EditorEnd | null {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  if (!fresh) return null;
  if (event.key === 'ArrowDown') return 'down';
  if (event.key === 'ArrowUp') return 'up';
  if (event.key === 'ArrowLeft') return 'left';
  return event.key === 'ArrowRight' ? 'right' : null;
}

export function CellEditor({ initial, fresh, onEnd }: CellEditorProps) {
  const t = useText(ledgerTexts);
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    element.focus();
    if (fresh) element.setSelectionRange(element.value.length, element.value.length);
    else element.select();
  }, [fresh]);
  const end = (text: string | null, how: EditorEnd) => {
    if (ended.current) return;
    ended.current = true;
    onEnd(text, how);
  };
  return (
    <input
      ref={input}
      className="th-grid-editor"
      defaultValue={initial}
      inputMode="decimal"
      aria-label={t('cell.edit')}
      onBlur={(event) => end(event.currentTarget.value, 'stay')}
      onMouseDown={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') end(null, 'stay');
        const how = endOf(event, fresh);
        if (!how) return;
        event.preventDefault();
        end(event.currentTarget.value, how);
      }}
    />
  );
}
