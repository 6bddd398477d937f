import { Tag } from 'antd';
import { useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { type LibraryFactor } from '../api/library';
import { factorTexts } from '../factor-texts';

/** How sure a factor is here: as the library says, or verified because somebody looked it up. */
export function LibraryMark({ factor }: { readonly factor: LibraryFactor }) {
  const t = useText(factorTexts);
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <ConfidenceMark confidence={factor.raised ? 'verified' : asConfidence(factor.confidence)} words />
      {factor.raised && <Tag style={{ marginInlineStart: 6, marginInlineEnd: 0 }}>{t('raised')}</Tag>}
    </span>
  );
}
