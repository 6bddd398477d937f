import { type Translate } from '@/shared/i18n/use-locale';
import { type methodPlanTexts } from '../method-plan-texts';

type PlanKey = keyof (typeof methodPlanTexts.tables)['zh-CN'];

const LABELS = [
  'fuel',
  'material',
  'product',
  'carbonate',
  'clinker',
  'device',
  'plant',
  'reductant',
  'role',
  'substance',
  'technology',
  'facility',
  'process',
  'unit',
] as const;

/** What a label of an accounting row says; one of a newer method keeps the method's key. */
export function labelName(label: string, t: Translate<PlanKey>): string {
  const known = LABELS.find((one) => one === label);
  return known ? t(`label.${known}`) : label;
}
