import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { boundaryTexts } from '../boundary-texts';

export function BoundaryPage() {
  const t = useText(boundaryTexts);
  return <PageHeader title={t('nav.title')} />;
}
