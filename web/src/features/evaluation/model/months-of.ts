import { type Run } from '@/shared/api/runs';

/** The months of the run; all of one year. */
export function monthsOf(run: Run): readonly string[] {
  const year = run.period.from.slice(0, 4);
  const first = Number(run.period.from.slice(5));
  const last = Number(run.period.to.slice(5));
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${year}-${String(first + index).padStart(2, '0')}`,
  );
}
