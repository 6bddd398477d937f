import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { Link } from 'react-router';
import { z } from 'zod';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { libraryQuery } from '../api/library';
import { ConfirmationsTab } from '../components/confirmations-tab';
import { GridTab } from '../components/grid-tab';
import { LibraryTable } from '../components/library-table';
import { OwnFactorsTab } from '../components/own-factors-tab';
import { factorTexts } from '../factor-texts';

const TABS = ['library', 'grid', 'own', 'confirmations'] as const;
const urlSchema = z.object({ tab: z.enum(TABS).catch('library').default('library') });

/** The factor library: the catalogue, electricity, the enterprise's own factors, confirmations. */
export function LibraryPage() {
  const t = useText(factorTexts);
  const may = useMay();
  const path = useScopePath();
  const { enterpriseId } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const library = useQuery(libraryQuery(enterpriseId));
  const factors = library.data ?? [];
  const content = {
    library: <LibraryTable label={t('tab.library')} urlPrefix="l." factors={factors} />,
    grid: <GridTab factors={factors} />,
    own: <OwnFactorsTab />,
    confirmations: <ConfirmationsTab factors={factors} />,
  };
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          may('INVENTORY_RUN') && (
            <Link to={path('factors/change')}>
              <Button tabIndex={-1}>{t('change')}</Button>
            </Link>
          )
        }
      />
      <ProblemAlert error={library.error} onRetry={() => void library.refetch()} />
      {library.isPending && <TableSkeleton />}
      {library.data && (
        <Tabs
          activeKey={url.tab}
          onChange={(tab) => setUrl({ tab: tab as (typeof TABS)[number] })}
          items={TABS.map((key) => ({
            key,
            label: t(`tab.${key}`),
            children: url.tab === key ? content[key] : null,
          }))}
        />
      )}
    </>
  );
}
