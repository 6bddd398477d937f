import katex from 'katex';
import 'katex/dist/katex.min.css';
import './katex.css';

/** Loaded on first need by [MathText]. LaTeX comes from the server's formula language, never from users; it is not trusted all the same. */
export function Katex({ latex, text, block }: { latex: string; text: string; block: boolean }) {
  const html = katex.renderToString(latex, {
    displayMode: block,
    throwOnError: false,
    strict: 'ignore',
    trust: false,
    output: 'htmlAndMathml',
  });
  return (
    <span
      className={block ? 'th-math-block' : 'th-math'}
      role="math"
      aria-label={text}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
