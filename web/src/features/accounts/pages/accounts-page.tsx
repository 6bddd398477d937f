import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { accountsTexts } from '../accounts-texts';

export function AccountsPage() {
  const t = useText(accountsTexts);
  return <PageHeader title={t('nav.title')} />;
}
