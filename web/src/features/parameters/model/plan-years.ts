import { type Translate } from '@/shared/i18n/use-locale';
import { type methodPlanTexts } from '../method-plan-texts';

/** The latest year the server takes; a plan without an end may run to it. */
export const LAST_PLAN_YEAR = 2100;

type PlanYear = number | null | undefined;

/** A plan made without an end may carry a later year than can be written back. */
export function endYear<Y extends PlanYear>(yearTo: Y): Y | number {
  return typeof yearTo === 'number' ? Math.min(yearTo, LAST_PLAN_YEAR) : yearTo;
}

export function isOpenEnded(yearTo: PlanYear): boolean {
  return typeof yearTo !== 'number' || yearTo >= LAST_PLAN_YEAR;
}

type PlanKey = keyof (typeof methodPlanTexts.tables)['zh-CN'];

/** The years an item holds for: `2024`, `2024–2025`, or from a year on. */
export function spanText(from: number, to: PlanYear, t: Translate<PlanKey>): string {
  if (isOpenEnded(to)) return t('years.open', { year: from });
  return to === from ? String(from) : `${from}–${to}`;
}
