import { lazy, Suspense } from 'react';

const Katex = lazy(async () => {
  const { Katex: component } = await import('./katex');
  return { default: component };
});

interface MathTextProps {
  readonly latex: string;
  /** Said to screen readers and shown until the typesetting is loaded. */
  readonly text: string;
  /** On a line of its own. */
  readonly block?: boolean;
}

/** A formula set as mathematics. */
export function MathText({ latex, text, block = false }: MathTextProps) {
  return (
    <Suspense fallback={<code className={block ? 'th-math-block' : 'th-math'}>{text}</code>}>
      <Katex latex={latex} text={text} block={block} />
    </Suspense>
  );
}

/** `Q_in` as Q with a small "in" below. */
export function symbolLatex(symbol: string): string {
  const [head = '', ...rest] = symbol.split('_');
  const base = head.length > 1 ? `\\mathit{${head}}` : head;
  return rest.length === 0 ? base : `${base}_{\\mathrm{${rest.join(',').replace(/[^\w,]/g, '')}}}`;
}
