import { useText } from '@/shared/i18n/use-locale';
import { StateTag } from '@/shared/ui/state-tag';
import { type ImportState } from '../api/get-import';
import { importsTexts } from '../imports-texts';

const TONE = { PREVIEW: 'progress', REJECTED: 'bad', COMMITTED: 'good' } as const;

export function ImportStateTag({ state }: { state: ImportState }) {
  const t = useText(importsTexts);
  return <StateTag tone={TONE[state]}>{t(`state.${state}`)}</StateTag>;
}
