/** The latest year the server takes; a plan without an end runs to it. */
export const LAST_PLAN_YEAR = 2100;

/** A plan made without an end may carry a later year than can be written back. */
export function endYear(yearTo: number): number {
  return Math.min(yearTo, LAST_PLAN_YEAR);
}
