import { useText } from '@/shared/i18n/use-locale';
import { StateTag, type StateTone } from '@/shared/ui/state-tag';
import { approvalTexts } from './approval-texts';
import { type ApprovalState } from './approvals';

const TONES: Readonly<Record<ApprovalState, StateTone>> = {
  PENDING: 'progress',
  APPROVED: 'good',
  RETURNED: 'due',
  WITHDRAWN: 'neutral',
  VOID: 'bad',
};

export function ApprovalStateTag({ state }: { readonly state: ApprovalState }) {
  const t = useText(approvalTexts);
  return <StateTag tone={TONES[state]}>{t(`state.${state}`)}</StateTag>;
}
