import { UploadOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { useMay } from '@/shared/api/use-may';
import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { useUrlState } from '@/shared/ui/use-url-state';
import { ComparisonsTab } from '../components/comparisons-tab';
import { DifferencesTab } from '../components/differences-tab';
import { FilesTab } from '../components/files-tab';
import { ImportDialog } from '../components/import-dialog';
import { MatchesTab } from '../components/matches-tab';
import { TolerancesTab } from '../components/tolerances-tab';
import { crosscheckTexts } from '../crosscheck-texts';

const TABS = ['differences', 'comparisons', 'items', 'files', 'tolerances'] as const;
const urlSchema = z.object({ tab: z.enum(TABS).catch('differences').default('differences') });

/** The ledger against contracts, invoices and settlements (6.3.1-e). */
export function CrosscheckPage() {
  const t = useText(crosscheckTexts);
  const may = useMay();
  const [url, setUrl] = useUrlState(urlSchema);
  const [importing, setImporting] = useState(false);
  const open = () => setImporting(true);
  const content = {
    differences: <DifferencesTab onImport={open} onMatch={() => setUrl({ tab: 'items' })} />,
    comparisons: <ComparisonsTab />,
    items: <MatchesTab />,
    files: <FilesTab />,
    tolerances: <TolerancesTab />,
  };
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          may('CROSSCHECK_IMPORT') && (
            <Button icon={<UploadOutlined />} onClick={open}>
              {t('import')}
            </Button>
          )
        }
      />
      <Tabs
        activeKey={url.tab}
        onChange={(tab) => setUrl({ tab: tab as (typeof TABS)[number] })}
        items={TABS.map((key) => ({
          key,
          label: t(`tab.${key}`),
          children: url.tab === key ? content[key] : null,
        }))}
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
