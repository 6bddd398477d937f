import { Tooltip } from 'antd';
import { type CSSProperties } from 'react';
import {
  formatExactQuantity,
  formatNumber,
  MISSING,
  type Quantity,
  scaleForReading,
} from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type FigureRef, useTrace } from './trace-context';
import './figure.css';

interface FigureProps {
  readonly quantity: Quantity | null | undefined;
  /** Where the figure can be traced; without it the figure is plain text. */
  readonly trace?: FigureRef | null;
  /** Leave the unit out where a column header carries it. */
  readonly unit?: 'shown' | 'hidden';
  /** Large tonnages as 万t, kt or Mt. */
  readonly scaled?: boolean;
  /** Why there is no value. */
  readonly missingReason?: string;
  readonly style?: CSSProperties;
}

/**
 * A number as people read it: tabular digits, at most five significant, its unit beside it, the exact value on
 * hover and in copy. A computed figure is a link that opens its trace.
 */
export function Figure({
  quantity,
  trace,
  unit = 'shown',
  scaled = false,
  missingReason,
  style,
}: FigureProps) {
  const { locale } = useLocale();
  const t = useText(sharedTexts);
  if (!quantity) {
    return (
      <Tooltip title={missingReason ?? t('figure.missing')}>
        <span className="th-figure th-figure-missing" style={style} tabIndex={0}>
          {MISSING}
        </span>
      </Tooltip>
    );
  }
  const shown = scaled ? scaleForReading(quantity, locale) : quantity;
  const exact = formatExactQuantity(quantity, locale);
  const text = (
    <>
      <span className="th-figure-number">{formatNumber(shown.value)}</span>
      {unit === 'shown' && shown.unit !== '1' && (
        <span className="th-figure-unit">{formatUnit(shown.unit, locale)}</span>
      )}
    </>
  );
  return (
    <Tooltip title={t('figure.exact', { value: exact })} mouseEnterDelay={0.3}>
      {trace ? (
        <TraceButton trace={trace} label={t('figure.open', { value: exact })} exact={exact} style={style}>
          {text}
        </TraceButton>
      ) : (
        <span className="th-figure" style={style} onCopy={copyExact(exact)}>
          {text}
        </span>
      )}
    </Tooltip>
  );
}

interface TraceButtonProps {
  readonly trace: FigureRef;
  readonly label: string;
  readonly exact: string;
  readonly style: CSSProperties | undefined;
  readonly children: React.ReactNode;
}

function TraceButton({ trace, label, exact, style, children, ...tooltip }: TraceButtonProps) {
  const { openTrace } = useTrace();
  return (
    <button
      {...tooltip}
      type="button"
      className="th-figure th-figure-link"
      style={style}
      aria-label={label}
      onClick={(event) => {
        event.stopPropagation();
        openTrace(trace);
      }}
      onCopy={copyExact(exact)}
    >
      {children}
    </button>
  );
}

function copyExact(exact: string) {
  return (event: React.ClipboardEvent) => {
    event.clipboardData.setData('text/plain', exact);
    event.preventDefault();
  };
}
