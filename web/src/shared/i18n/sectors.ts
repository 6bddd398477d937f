import { type Sector } from '@/shared/api/get-enterprise';
import { type sharedTexts } from './shared-texts';
import { type Translate } from './use-locale';

type SharedKey = keyof (typeof sharedTexts.tables)['zh-CN'];

export function sectorName(sector: Sector, t: Translate<SharedKey>): string {
  return t(`sector.${sector}`);
}
