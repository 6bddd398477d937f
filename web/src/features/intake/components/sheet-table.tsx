import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { type ProblemItem } from '@/shared/api/problem';
import { isDecimal } from '@/shared/format/decimal';
import { formatNumber } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type ImportRow, type ImportSheet } from '../api/get-import';
import { importsTexts } from '../imports-texts';
import { cellOf, cellPlace, contentOf, type Place } from '../model/problem-places';
import './intake.css';

const CELL_DIGITS = 11;

interface SheetTableProps {
  readonly sheet: ImportSheet;
  readonly year: number;
  readonly marks: ReadonlyMap<string, ProblemItem>;
  readonly focus: Place | null;
}

/** The sheet as it was understood: one row per parameter, one column per month, problem cells marked. */
export function SheetTable({ sheet, year, marks, focus }: SheetTableProps) {
  const t = useText(importsTexts);
  const { locale } = useLocale();
  const holder = useRef<HTMLDivElement>(null);
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const labels = Math.max(1, ...sheet.rows.map((row) => row.labels.length));
  useEffect(() => {
    if (!focus?.cell) return;
    const cell = holder.current?.querySelector(`[data-cell="${CSS.escape(focus.cell)}"]`);
    cell?.scrollIntoView?.({ block: 'center', inline: 'center' });
  }, [focus, sheet]);
  return (
    <div className="th-sheet" ref={holder} tabIndex={0}>
      <table aria-label={sheet.name}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.row')}</th>
            <th scope="col" colSpan={labels} className="th-sheet-label">
              {t('sheet.labels')}
            </th>
            <th scope="col">{t('sheet.unit')}</th>
            <th scope="col">{t('sheet.opening')}</th>
            {months.map((month) => (
              <th scope="col" key={month}>
                {formatMonth(month, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.row}</th>
              {Array.from({ length: labels }, (_, index) => (
                <td key={index} className="th-sheet-label">
                  {row.labels[index] ?? ''}
                </td>
              ))}
              <td className="th-sheet-label">{row.unitAsWritten}</td>
              <OpeningCell sheet={sheet} row={row} marks={marks} focus={focus} />
              {months.map((month) => (
                <MonthCell
                  key={month}
                  sheet={sheet}
                  row={row}
                  month={month}
                  marks={marks}
                  focused={focus?.cell !== null && focus?.cell === cellOf(sheet, row, month)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type OpeningCellProps = Pick<SheetTableProps, 'sheet' | 'marks' | 'focus'> & { readonly row: ImportRow };

function OpeningCell({ sheet, row, marks, focus }: OpeningCellProps) {
  const opening = row.cells.find(({ slot }) => slot === 'OPENING');
  return (
    <ValueCell
      place={opening?.cell ?? null}
      text={opening?.value ?? ''}
      problem={opening && marks.get(cellPlace(sheet.name, opening.cell))}
      focused={opening !== undefined && focus?.cell === opening.cell}
    />
  );
}

interface MonthCellProps {
  readonly sheet: ImportSheet;
  readonly row: ImportRow;
  readonly month: string;
  readonly marks: ReadonlyMap<string, ProblemItem>;
  readonly focused: boolean;
}

function MonthCell({ sheet, row, month, marks, focused }: MonthCellProps) {
  const place = cellOf(sheet, row, month);
  const planned = row.cells.find((cell) => cell.month === month && cell.slot === 'MONTH');
  const problem = place === null ? undefined : marks.get(cellPlace(sheet.name, place));
  const text = planned?.value ?? (problem ? contentOf(problem) : null) ?? '';
  return <ValueCell place={place} text={text} problem={problem} focused={focused} />;
}

interface ValueCellProps {
  readonly place: string | null;
  readonly text: string;
  readonly problem: ProblemItem | undefined;
  readonly focused: boolean;
}

function ValueCell({ place, text, problem, focused }: ValueCellProps) {
  const pick = usePick();
  const Icon = problem?.severity === 'warning' ? WarningFilled : ExclamationCircleFilled;
  return (
    <td
      data-cell={place ?? undefined}
      data-problem={problem?.severity}
      data-focus={focused || undefined}
      title={[place, problem && pick(problem.message)].filter(Boolean).join('\n')}
    >
      {problem && <Icon aria-label={pick(problem.message)} />}
      {isDecimal(text) ? formatNumber(text, CELL_DIGITS) : text}
    </td>
  );
}
