import { BankOutlined } from '@ant-design/icons';
import { frameTexts } from '@/app/layout/frame-texts';
import { useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';

export function NoEnterprisePage() {
  const t = useText(frameTexts);
  return <EmptyState icon={<BankOutlined />} title={t('noEnterprise.title')} text={t('noEnterprise.text')} />;
}
