import { chartNumber } from '@/shared/format/decimal';

interface SparklineProps {
  readonly values: readonly (string | null)[];
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** The course of a year in the size of a word; months without a value leave a gap. */
export function Sparkline({ values, label, width = 96, height = 28 }: SparklineProps) {
  const numbers = values.map((value) => (value === null ? null : chartNumber(value)));
  const known = numbers.filter((value) => value !== null);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => 2 + (index * (width - 4)) / (numbers.length - 1);
  const y = (value: number) => height - 3 - ((value - low) / span) * (height - 6);
  let pen = 'M';
  const path = numbers
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const step = `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return step;
    })
    .join('');
  const last = numbers.length - 1 - [...numbers].reverse().findIndex((value) => value !== null);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      style={{ overflow: 'visible', flex: 'none' }}
    >
      <path d={path} fill="none" stroke="var(--th-accent)" strokeWidth={1.5} strokeLinejoin="round" />
      <circle cx={x(last)} cy={y(numbers[last] ?? low)} r={2.2} fill="var(--th-accent)" />
    </svg>
  );
}
