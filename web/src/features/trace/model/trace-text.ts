import { formatExactQuantity } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { type Locale } from '@/shared/i18n/locale';
import { textOf } from '@/shared/i18n/text';
import { pick, type Translate } from '@/shared/i18n/use-locale';
import { type Trace, type TraceInput } from '../api/get-trace';
import { traceTexts } from '../trace-texts';
import { lineStateKey } from './line-state';
import { isSum } from './trace-sentence';

type TraceKey = keyof (typeof traceTexts)['tables']['en'];
type Line = readonly [depth: number, text: string];

/** The whole explanation as plain text, for a letter to a verifier or a note. */
export function traceText(trace: Trace, locale: Locale): string {
  const t: Translate<TraceKey> = (key, params) => textOf(traceTexts, locale, key, params);
  const lines: Line[] = [[0, `${pick(trace.label, locale)} = ${formatExactQuantity(trace, locale)}`]];
  if (trace.formula && !isSum(trace)) {
    lines.push([0, `${t('formula')}: ${trace.formula.text}`]);
    if (trace.substituted) lines.push([0, `${t('substituted')}: ${trace.substituted.text}`]);
  }
  for (const part of trace.parts) {
    lines.push([1, `${part.sign} ${pick(part.label, locale)} ${formatExactQuantity(part, locale)}`]);
  }
  const input = (one: TraceInput, depth: number) => {
    lines.push([depth, `${one.symbol} ${pick(one.name, locale)} = ${formatExactQuantity(one, locale)}`]);
    for (const text of originLines(one, locale, t)) lines.push([depth + 1, text]);
    if (one.route) {
      lines.push([depth + 1, `${t('formula')}: ${one.route.formula.text}`]);
      lines.push([depth + 1, `${t('substituted')}: ${one.route.substituted.text}`]);
      for (const inner of one.route.inputs) input(inner, depth + 2);
    }
  };
  for (const one of trace.inputs) input(one, 1);
  for (const note of trace.notes) lines.push([0, `${t('note')}: ${pick(note, locale)}`]);
  const { run } = trace;
  lines.push([
    0,
    [
      t('run.number', { number: run.number }),
      run.methodNumber,
      run.createdBy.name,
      formatInstant(run.createdAt),
      `SHA-256 ${run.digest}`,
    ].join(' · '),
  ]);
  return lines.map(([depth, text]) => '  '.repeat(depth) + text).join('\n');
}

function originLines(
  { ledger, factor, constant, asWritten }: TraceInput,
  locale: Locale,
  t: Translate<TraceKey>,
): readonly string[] {
  if (ledger) {
    const source =
      ledger.importFile && [ledger.importFile, ledger.sheet, ledger.cell].filter(Boolean).join(' / ');
    return [
      `${t('origin.LEDGER')}: ${ledger.month} ${pick(ledger.parameter, locale)}, ${asWritten ?? ''}, ${t(lineStateKey(ledger))}`,
      [ledger.enteredBy.name, formatInstant(ledger.enteredAt), source].filter(Boolean).join(' · '),
    ];
  }
  if (factor) {
    return [
      `${t('origin.FACTOR')}: ${pick(factor.tableTitle, locale)} / ${pick(factor.rowName, locale)} / ${pick(factor.columnName, locale)}`,
      `${pick(factor.citation, locale)} (${factor.confidence})`,
    ];
  }
  return constant ? [`${t('origin.CONSTANT')}: ${pick(constant, locale)}`] : [];
}
