import {
  CheckOutlined,
  EditOutlined,
  ExclamationCircleFilled,
  LockOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { type ReactNode } from 'react';
import { useText } from '@/shared/i18n/use-locale';
import { ledgerTexts } from '../ledger-texts';
import { type CellMark } from '../model/grid-view';

const ICON: Readonly<Partial<Record<CellMark, ReactNode>>> = {
  confirmed: <CheckOutlined />,
  locked: <LockOutlined />,
  changed: <EditOutlined />,
  invalid: <ExclamationCircleFilled />,
  error: <ExclamationCircleFilled />,
  warning: <WarningFilled />,
};

/** The small icon beside the number; colour and corner mark come from the cell. */
export function MarkIcon({ mark }: { mark: CellMark }) {
  const t = useText(ledgerTexts);
  const icon = ICON[mark];
  if (!icon || mark === 'none') return null;
  return (
    <span className="th-grid-icon" data-mark={mark} role="img" aria-label={t(`mark.${mark}`)}>
      {icon}
    </span>
  );
}

const SHOWN = ['open', 'confirmed', 'changed', 'warning', 'error', 'missing', 'locked'] as const;

export function Legend() {
  const t = useText(ledgerTexts);
  return (
    <div className="th-legend th-grid-frame" style={{ all: 'unset' }}>
      <div className="th-legend" role="note" aria-label={t('legend')}>
        {SHOWN.map((mark) => (
          <span key={mark} className="th-legend-item">
            <span className="th-grid-cell th-legend-swatch" data-mark={mark} aria-hidden="true">
              <MarkIcon mark={mark} />
            </span>
            {t(`mark.${mark}`)}
          </span>
        ))}
      </div>
    </div>
  );
}
