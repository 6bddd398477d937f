import { BankOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useMemo, useState } from 'react';
import { type Enterprise, enterprisesQuery, SECTORS } from '@/shared/api/get-enterprise';
import { sectorName } from '@/shared/i18n/sectors';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { methodNamesQuery } from '../api/list-methods';
import { EnterpriseDrawer } from '../components/enterprise-drawer';
import { enterprisesTexts } from '../enterprises-texts';

/** The reporting entities of this installation. */
export function EnterprisesPage() {
  const t = useText(enterprisesTexts);
  const { data: enterprises } = useSuspenseQuery(enterprisesQuery);
  const [open, setOpen] = useState<Enterprise | 'new' | null>(null);
  const columns = useColumns();
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('nav.title')} purpose={t('purpose')} actions={add} />
      <Card>
        <DataTable<Enterprise>
          label={t('nav.title')}
          rows={enterprises}
          columns={columns}
          rowKey={({ id }) => id}
          fileName={t('file')}
          onOpen={setOpen}
          empty={<EmptyState icon={<BankOutlined />} title={t('empty.title')} text={t('empty.text')} />}
        />
      </Card>
      {open && <EnterpriseDrawer enterprise={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useColumns(): readonly DataColumn<Enterprise>[] {
  const t = useText(enterprisesTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  const editions = useQuery(methodNamesQuery);
  return useMemo(
    () => [
      { key: 'name', title: t('field.name'), text: ({ name }) => pick(name) },
      {
        key: 'sector',
        title: t('field.sector'),
        text: ({ sector }) => sectorName(sector, shared),
        filters: SECTORS.map((sector) => ({ value: sector, label: sectorName(sector, shared) })),
        filterValues: ({ sector }) => [sector],
        width: 130,
      },
      { key: 'code', title: t('field.creditCode'), text: ({ creditCode }) => creditCode, width: 200 },
      {
        key: 'methods',
        title: t('field.methods'),
        text: ({ methods }) =>
          methods.map((id) => editions.data?.find((one) => one.id === id)?.number ?? id).join(', '),
        sortable: false,
      },
      {
        key: 'years',
        title: t('field.years'),
        text: ({ years }) => [...years].sort((a, b) => a - b).join(', '),
        width: 140,
      },
    ],
    [t, shared, pick, editions.data],
  );
}
