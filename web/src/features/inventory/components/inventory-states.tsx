import { useText } from '@/shared/i18n/use-locale';
import { StateTag } from '@/shared/ui/state-tag';
import { type InventoryHead } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';

/** Current or superseded, provisional or final, and whether the method's text is confirmed. */
export function InventoryStates({ head }: { head: InventoryHead }) {
  const t = useText(inventoryTexts);
  return (
    <span style={{ display: 'inline-flex', gap: 6, flexWrap: 'wrap' }}>
      <StateTag tone={head.state === 'CURRENT' ? 'good' : 'neutral'}>{t(`state.${head.state}`)}</StateTag>
      {head.provisional && <StateTag tone="due">{t('provisional', { count: head.openLines })}</StateTag>}
      {head.method.status === 'text-not-confirmed' && <StateTag tone="due">{t('unconfirmed')}</StateTag>}
    </span>
  );
}
