import { DownOutlined, DownloadOutlined, SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Dropdown, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { problemText } from '@/shared/ui/problem-text';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { inventoriesQuery, type Inventory, inventoryQuery } from '../api/get-inventory';
import { FacilityTab } from '../components/facility-tab';
import { FlowTab } from '../components/flow-tab';
import { IndicatorTab } from '../components/indicator-tab';
import { InventoryStates } from '../components/inventory-states';
import { KeyFigures } from '../components/key-figures';
import { MonthTab } from '../components/month-tab';
import { NotesTab } from '../components/notes-tab';
import { RunDrawer } from '../components/run-drawer';
import { SourceTab } from '../components/source-tab';
import { inventoryTexts } from '../inventory-texts';
import { periodText } from '../model/period-text';

const TABS = ['flow', 'sources', 'indicators', 'months', 'facilities', 'notes'] as const;
const urlSchema = z.object({ tab: z.enum(TABS).catch('flow').default('flow') });

/** The result of one run. Every figure on it opens its trace. */
export function InventoryPage() {
  const { inventoryId = '' } = useParams();
  const { enterpriseId } = useScope();
  const inventory = useQuery(inventoryQuery(enterpriseId, inventoryId));
  if (inventory.isPending) return <PageSkeleton />;
  if (inventory.error) {
    return <ProblemAlert error={inventory.error} onRetry={() => void inventory.refetch()} />;
  }
  return <Result inventory={inventory.data} />;
}

function Result({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const pick = usePick();
  const path = useScopePath();
  const may = useMay();
  const [url, setUrl] = useUrlState(urlSchema);
  const [restating, setRestating] = useState(false);
  const { method } = inventory;
  const content = {
    flow: <FlowTab inventory={inventory} />,
    sources: <SourceTab inventory={inventory} />,
    indicators: <IndicatorTab inventory={inventory} />,
    months: <MonthTab inventory={inventory} />,
    facilities: <FacilityTab inventory={inventory} />,
    notes: <NotesTab inventory={inventory} />,
  };
  return (
    <>
      <PageHeader
        title={t('result.title', { period: periodText(inventory.period), number: inventory.number })}
        purpose={`${method.number} ${pick(method.title)} · ${inventory.createdBy.name} · ${formatInstant(inventory.createdAt)}`}
        state={<InventoryStates head={inventory} />}
        actions={
          <>
            <Link to={`${path('evaluation')}?run=${inventory.id}`}>
              <Button>{t('evaluate')}</Button>
            </Link>
            <CompareMenu inventory={inventory} />
            <ExportMenu inventory={inventory} />
            {may('INVENTORY_RESTATE') && inventory.state === 'CURRENT' && (
              <Button onClick={() => setRestating(true)}>{t('restate')}</Button>
            )}
          </>
        }
      />
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {inventory.supersededBy && (
          <Alert
            type="info"
            showIcon
            title={t('superseded')}
            action={<Link to={path(`inventories/${inventory.supersededBy}`)}>{t('superseded.open')}</Link>}
          />
        )}
        {inventory.reason && (
          <Alert type="info" showIcon title={t('restated', { reason: inventory.reason })} />
        )}
        {inventory.provisional && (
          <Alert
            type="warning"
            showIcon
            title={t('provisional.text', { count: inventory.openLines })}
            action={<Link to={`${path('ledger')}?show=open`}>{t('provisional.open')}</Link>}
          />
        )}
        <KeyFigures inventory={inventory} />
        <Tabs
          activeKey={url.tab}
          onChange={(tab) => setUrl({ tab: tab as (typeof TABS)[number] })}
          items={TABS.filter((key) => key !== 'facilities' || inventory.byFacility.length > 0).map((key) => ({
            key,
            label: t(`tab.${key}`),
            children: url.tab === key ? content[key] : null,
          }))}
        />
      </div>
      {restating && <RunDrawer restating={inventory} onClose={() => setRestating(false)} />}
    </>
  );
}

/** Other runs of this year and the year before by the same method first. */
function CompareMenu({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const navigate = useNavigate();
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const now = useQuery(inventoriesQuery(enterpriseId, year));
  const before = useQuery(inventoriesQuery(enterpriseId, year - 1));
  const others = [...(now.data ?? []), ...(before.data ?? [])]
    .filter(({ id }) => id !== inventory.id)
    .sort(
      (a, b) =>
        Number(b.method.id === inventory.method.id) - Number(a.method.id === inventory.method.id) ||
        b.number - a.number,
    );
  return (
    <Dropdown
      trigger={['click']}
      disabled={others.length === 0}
      menu={{
        items: others.map((head) => ({
          key: head.id,
          label: t('compare.with', {
            number: head.number,
            period: periodText(head.period),
            method: head.method.number,
          }),
          onClick: () => void navigate(path(`inventories/${head.id}/compare/${inventory.id}`)),
        })),
      }}
    >
      <Button icon={<SwapOutlined />}>
        {t('compare')} <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}

function ExportMenu({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { message } = App.useApp();
  const save = async (kind: 'xlsx' | 'json') => {
    const file = kind === 'xlsx' ? 'export.xlsx' : 'export.json';
    try {
      await saveFile(
        apiPath`/enterprises/${enterpriseId}/inventories/${inventory.id}/${file}`,
        `inventory-${inventory.number}.${kind}`,
      );
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (['xlsx', 'json'] as const).map((kind) => ({
          key: kind,
          label: t(`export.${kind}`),
          onClick: () => void save(kind),
        })),
      }}
    >
      <Button icon={<DownloadOutlined />}>
        {t('export')} <DownOutlined style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}
