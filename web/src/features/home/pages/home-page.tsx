import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { homeTexts } from '../home-texts';

export function HomePage() {
  const t = useText(homeTexts);
  return <PageHeader title={t('nav.title')} />;
}
