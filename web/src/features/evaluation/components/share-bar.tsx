import { formatNumber } from '@/shared/format/quantity';

/** A share in per cent as a number and a bar. */
export function ShareBar({ percent }: { percent: string }) {
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
      <div
        aria-hidden
        style={{ flex: 1, height: 8, borderRadius: 2, background: 'var(--th-border)', overflow: 'hidden' }}
      >
        <div
          style={{ width: `${Math.min(100, Number(percent))}%`, height: 8, background: 'var(--th-accent)' }}
        />
      </div>
      <span className="th-number" style={{ width: 56, textAlign: 'right' }}>
        {formatNumber(percent, 3)} %
      </span>
    </div>
  );
}
