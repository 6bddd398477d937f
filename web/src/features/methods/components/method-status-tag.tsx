import { type MethodStatus } from '@/shared/api/list-methods';
import { useText } from '@/shared/i18n/use-locale';
import { StateTag } from '@/shared/ui/state-tag';
import { methodsTexts } from '../methods-texts';

const TONE = { 'in-force': 'good', replaced: 'neutral', 'text-not-confirmed': 'due' } as const;

export function MethodStatusTag({ status }: { status: MethodStatus }) {
  const t = useText(methodsTexts);
  return <StateTag tone={TONE[status]}>{t(`status.${status}`)}</StateTag>;
}
