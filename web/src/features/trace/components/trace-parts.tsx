import { RightOutlined } from '@ant-design/icons';
import { formatExact, type Quantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type TracePart } from '../api/get-trace';
import { traceTexts } from '../trace-texts';

interface TracePartsProps {
  readonly parts: readonly TracePart[];
  readonly total: Quantity;
  readonly onOpen: (figureId: string) => void;
}

/** The figures a sum is made of, each one step further down. */
export function TraceParts({ parts, total, onOpen }: TracePartsProps) {
  const t = useText(traceTexts);
  const { locale } = useLocale();
  const pick = usePick();
  return (
    <ul className="th-trace-parts">
      {parts.map((part) => (
        <li key={part.figure}>
          <button
            type="button"
            onClick={() => onOpen(part.figure)}
            aria-label={t('open', { label: pick(part.label) })}
          >
            <span className="th-trace-sign">{part.sign === '-' ? '−' : '+'}</span>
            <span className="th-trace-part">{pick(part.label)}</span>
            <span className="th-number">{formatExact(part.value)}</span>
            <small>{formatUnit(part.unit, locale)}</small>
            <RightOutlined />
          </button>
        </li>
      ))}
      <li className="th-trace-sum">
        <span className="th-trace-sign">=</span>
        <span className="th-trace-part">{t('sum')}</span>
        <span className="th-number">{formatExact(total.value)}</span>
        <small>{formatUnit(total.unit, locale)}</small>
        <span />
      </li>
    </ul>
  );
}
