import { useText } from '@/shared/i18n/use-locale';
import { StateTag } from '@/shared/ui/state-tag';
import { type OwnFactor } from '../api/own-factors';
import { factorTexts } from '../factor-texts';

const STATES = { DRAFT: 'neutral', SUBMITTED: 'progress', APPROVED: 'good', RETIRED: 'bad' } as const;
const VALIDITIES = { NOT_YET: 'neutral', VALID: 'good', ENDS_SOON: 'due', ENDED: 'bad' } as const;

export function OwnStateTag({ state }: { readonly state: OwnFactor['state'] }) {
  const t = useText(factorTexts);
  return <StateTag tone={STATES[state]}>{t(`own.state.${state}`)}</StateTag>;
}

export function ValidityTag({ validity }: { readonly validity: OwnFactor['validity'] }) {
  const t = useText(factorTexts);
  return <StateTag tone={VALIDITIES[validity]}>{t(`own.validity.${validity}`)}</StateTag>;
}
