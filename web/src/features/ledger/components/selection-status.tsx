import { useMemo } from 'react';
import { isDecimal } from '@/shared/format/decimal';
import { formatExact } from '@/shared/format/quantity';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type LedgerRow } from '../api/get-ledger';
import { ledgerTexts } from '../ledger-texts';
import { type CellKey, cellKey } from '../model/cell-address';
import { type Draft } from '../model/drafts';
import { exactSum } from '../model/exact-sum';
import { rowUnit, shownValue, storedAt } from '../model/grid-view';
import { type Rectangle } from '../model/selection';

interface SelectionStatusProps {
  readonly rows: readonly LedgerRow[];
  readonly rectangle: Rectangle;
  readonly entries: ReadonlyMap<CellKey, Draft>;
}

/** Count and exact sum of the selected numbers, as below a spreadsheet; no sum across different units. */
export function SelectionStatus({ rows, rectangle, entries }: SelectionStatusProps) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const { numbers, units } = useMemo(() => {
    const found: string[] = [];
    const inUnits = new Set<string>();
    for (let index = rectangle.top; index <= rectangle.bottom; index++) {
      const row = rows[index];
      if (!row) continue;
      for (let column = rectangle.left; column <= rectangle.right; column++) {
        const draft = entries.get(cellKey(row.parameter.id, column));
        const value = draft ? draft.text : shownValue(storedAt(row, column), row.parameter);
        if (value === null || !isDecimal(value)) continue;
        found.push(value);
        inUnits.add(rowUnit(row.parameter, locale));
      }
    }
    return { numbers: found, units: [...inUnits] };
  }, [rows, rectangle, entries, locale]);
  if (numbers.length < 2) return null;
  return (
    <span className="th-number" aria-live="polite">
      {t('status.count', { count: numbers.length })}
      {units.length === 1 && (
        <>
          {' · '}
          {t('status.sum', { sum: formatExact(exactSum(numbers)), unit: units[0] ?? '' })}
        </>
      )}
    </span>
  );
}
