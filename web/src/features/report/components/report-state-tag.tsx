import { useText } from '@/shared/i18n/use-locale';
import { StateTag, type StateTone } from '@/shared/ui/state-tag';
import { type ReportState } from '../api/get-reports';
import { reportTexts } from '../report-texts';

const TONES: Readonly<Record<ReportState, StateTone>> = {
  DRAFT: 'neutral',
  IN_REVIEW: 'progress',
  IN_APPROVAL: 'progress',
  APPROVED: 'good',
  SUBMITTED: 'progress',
  IN_VERIFICATION: 'due',
  FINAL: 'good',
  ARCHIVED: 'good',
};

export function ReportStateTag({ state }: { readonly state: ReportState }) {
  const t = useText(reportTexts);
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>;
}
