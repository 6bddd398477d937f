import { CalculatorOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { Figure } from '@/shared/ui/figure';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { inventoriesQuery, type InventoryHead } from '../api/get-inventory';
import { InventoryStates } from '../components/inventory-states';
import { RunDrawer } from '../components/run-drawer';
import { inventoryTexts } from '../inventory-texts';
import { periodText } from '../model/period-text';

/** Every run of the year, newest first; runs are kept for good. */
export function InventoriesPage() {
  const t = useText(inventoryTexts);
  const pick = usePick();
  const may = useMay();
  const navigate = useNavigate();
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const [running, setRunning] = useState(false);
  const runs = useQuery(inventoriesQuery(enterpriseId, year));
  const columns: readonly DataColumn<InventoryHead>[] = [
    {
      key: 'number',
      title: t('column.number'),
      text: ({ number }) => String(number),
      render: ({ number }) => `#${number}`,
      width: 80,
    },
    { key: 'period', title: t('column.period'), text: ({ period }) => periodText(period), width: 150 },
    {
      key: 'method',
      title: t('column.method'),
      maxWidth: 260,
      text: ({ method }) => `${method.number} ${pick(method.title)}`,
      filterValues: ({ method }) => [method.id],
      filters: [...new Map((runs.data ?? []).map(({ method }) => [method.id, method.number]))].map(
        ([value, label]) => ({ value, label }),
      ),
    },
    {
      key: 'total',
      title: t('column.total'),
      align: 'right',
      text: ({ total }) => total.value,
      render: (head) => (
        <Figure
          quantity={head.total}
          trace={{ enterpriseId, inventoryId: head.id, figureId: head.total.figure ?? 'total' }}
        />
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      text: ({ state }) => t(`state.${state}`),
      filterValues: ({ state }) => [state],
      filters: (['CURRENT', 'SUPERSEDED'] as const).map((value) => ({ value, label: t(`state.${value}`) })),
      render: (head) => <InventoryStates head={head} />,
    },
    { key: 'reason', title: t('column.reason'), maxWidth: 180, text: ({ reason }) => reason },
    { key: 'by', title: t('column.by'), text: ({ createdBy }) => createdBy.name },
    {
      key: 'at',
      title: t('column.at'),
      text: ({ createdAt }) => formatInstant(createdAt),
      render: ({ createdAt }) => formatInstant(createdAt),
    },
  ];
  const run = may('INVENTORY_RUN') && (
    <Button type="primary" icon={<PlayCircleOutlined />} onClick={() => setRunning(true)}>
      {t('run')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={runs.data?.length ? run : undefined}
      />
      <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
      {runs.isPending && <TableSkeleton />}
      {runs.data && (
        <DataTable
          label={t('nav.title')}
          fileName={`inventories-${year}`}
          rows={runs.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(path(`inventories/${id}`))}
          empty={
            <EmptyState
              icon={<CalculatorOutlined />}
              title={t('empty.title', { year })}
              text={t('empty.text')}
              clause="6.3.1"
              action={run}
            />
          }
        />
      )}
      {running && <RunDrawer onClose={() => setRunning(false)} />}
    </>
  );
}
