import { useQuery } from '@tanstack/react-query';
import { ImportOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { ledgerQuery } from '../api/get-ledger';
import { LedgerSheet } from '../components/ledger-sheet';
import { ledgerTexts } from '../ledger-texts';

export function LedgerPage() {
  const t = useText(ledgerTexts);
  const may = useMay();
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const ledger = useQuery(ledgerQuery(enterpriseId, year));
  if (ledger.isPending) return <PageSkeleton />;
  if (ledger.error) {
    return (
      <>
        <PageHeader title={t('nav.title')} purpose={t('purpose')} />
        <ProblemAlert error={ledger.error} onRetry={() => void ledger.refetch()} />
      </>
    );
  }
  if (ledger.data.rows.length > 0)
    return <LedgerSheet key={`${enterpriseId} ${year}`} ledger={ledger.data} />;
  return (
    <>
      <PageHeader title={t('nav.title')} purpose={t('purpose')} />
      <EmptyState
        icon={<TableOutlined />}
        title={t('empty.title')}
        text={t('empty.text')}
        clause="6.2.2"
        action={
          may('IMPORT_RUN') && (
            <Link to={path('imports/new')}>
              <Button type="primary" icon={<ImportOutlined />}>
                {t('empty.action')}
              </Button>
            </Link>
          )
        }
      />
    </>
  );
}
