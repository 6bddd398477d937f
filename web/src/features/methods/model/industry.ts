import { type Translate } from '@/shared/i18n/use-locale';
import { type methodsTexts } from '../methods-texts';

type MethodsKey = keyof (typeof methodsTexts.tables)['zh-CN'];

const INDUSTRIES = [
  'aluminium',
  'cement',
  'ceramics',
  'chemicals',
  'flat-glass',
  'non-ferrous',
  'paper',
  'petrochemicals',
  'power',
  'steel',
] as const;

/** The industry a method edition is for; one the web does not know yet keeps the catalogue's key. */
export function industryName(sector: string, t: Translate<MethodsKey>): string {
  const known = INDUSTRIES.find((one) => one === sector);
  return known ? t(`industry.${known}`) : sector;
}
