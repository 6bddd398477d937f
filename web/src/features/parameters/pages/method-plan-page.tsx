import { BulbOutlined, CopyOutlined, PartitionOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Popconfirm, Segmented, Table, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { factorsQuery, methodQuery, methodsQuery } from '@/shared/api/list-methods';
import { type Parameter, parametersQuery } from '@/shared/api/list-parameters';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { methodPlansQuery, type PlanItem, removePlanItem } from '../api/method-plans';
import { BindingText } from '../components/binding-text';
import { ChooseMethod } from '../components/choose-method';
import { PlanItemDrawer } from '../components/plan-item-drawer';
import { ProposalDrawer } from '../components/proposal-drawer';
import { TakeOverDialog } from '../components/take-over-dialog';
import { labelName } from '../model/label-name';
import { spanText } from '../model/plan-years';
import { methodPlanTexts } from '../method-plan-texts';

const urlSchema = z.object({
  method: z.string().catch('').default(''),
  /** `1` opens the proposal, so that an import can lead to it. */
  propose: z.enum(['', '1']).catch('').default(''),
});

/** Which parameter, constant or factor feeds which input of which source: what an inventory is run from. */
export function MethodPlanPage() {
  const t = useText(methodPlanTexts);
  const may = useMay();
  const { enterpriseId, enterprise, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const [editing, setEditing] = useState<PlanItem | 'new' | null>(null);
  const [taking, setTaking] = useState(false);
  const methods = useQuery(methodsQuery);
  const plans = useQuery(methodPlansQuery(enterpriseId, year));
  const parameters = useQuery(parametersQuery(enterpriseId, year));
  const offered = [...new Set([...enterprise.methods, ...(plans.data ?? []).map(({ method }) => method)])];
  const method = offered.includes(url.method) ? url.method : (offered[0] ?? '');
  const items = plans.data?.find((plan) => plan.method === method)?.items ?? [];
  const editable = may('PARAMETER_EDIT') && method !== '';
  const error = plans.error ?? parameters.error ?? methods.error;
  const actions = editable && (
    <>
      <Button icon={<BulbOutlined />} onClick={() => setUrl({ propose: '1' })}>
        {t('propose')}
      </Button>
      <Button icon={<CopyOutlined />} onClick={() => setTaking(true)}>
        {t('takeOver')}
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
        {t('add')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={items.length > 0 ? actions : undefined}
      />
      {offered.length > 1 && (
        <Segmented
          style={{ marginBottom: 12 }}
          aria-label={t('method')}
          value={method}
          options={offered.map((id) => ({
            value: id,
            label: methods.data?.find((one) => one.id === id)?.number ?? id,
          }))}
          onChange={(value) => setUrl({ method: value })}
        />
      )}
      <ProblemAlert error={error} onRetry={() => void plans.refetch()} />
      {(plans.isPending || parameters.isPending) && <TableSkeleton />}
      {methods.data && plans.data && method === '' && <ChooseMethod methods={methods.data} />}
      {plans.data && parameters.data && method !== '' && items.length === 0 && (
        <EmptyState
          icon={<PartitionOutlined />}
          title={t('empty.title')}
          text={t('empty.text')}
          clause="6.3.1"
          action={<div style={{ display: 'flex', gap: 8 }}>{actions}</div>}
        />
      )}
      {plans.data && parameters.data && items.length > 0 && (
        <PlanTable
          method={method}
          items={items}
          parameters={parameters.data}
          editable={editable}
          onOpen={setEditing}
        />
      )}
      {editing !== null && parameters.data && (
        <PlanItemDrawer
          method={method}
          item={editing === 'new' ? null : editing}
          items={items}
          parameters={parameters.data}
          onClose={() => setEditing(null)}
        />
      )}
      {url.propose === '1' && editable && parameters.data && plans.data && (
        <ProposalDrawer
          method={method}
          count={items.length}
          parameters={parameters.data}
          onClose={() => setUrl({ propose: '' })}
        />
      )}
      {taking && <TakeOverDialog method={method} onClose={() => setTaking(false)} />}
    </>
  );
}

interface PlanTableProps {
  readonly method: string;
  readonly items: readonly PlanItem[];
  readonly parameters: readonly Parameter[];
  readonly editable: boolean;
  readonly onOpen: (item: PlanItem) => void;
}

function PlanTable({ method, items, parameters, editable, onOpen }: PlanTableProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const edition = useQuery(methodQuery(method));
  const factors = useQuery(factorsQuery);
  const rowNames = useMemo(
    () =>
      new Map([
        ...(factors.data ?? []).map(({ row, name }) => [row, pick(name)] as const),
        ...(edition.data?.sources ?? [])
          .flatMap(({ choices }) => choices.flatMap(({ entries }) => entries))
          .map(({ id, name }) => [id, pick(name)] as const),
      ]),
    [factors.data, edition.data, pick],
  );
  const remove = useMutation({
    mutationFn: (item: PlanItem) => removePlanItem(enterpriseId, item),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      void message.success(t('removed'));
    },
  });
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <ProblemAlert error={remove.error} />
      <Table<PlanItem>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={[...items]}
        columns={[
          {
            title: t('source'),
            width: 200,
            render: (_, { definition }) =>
              definition.use === 'PRODUCTION'
                ? t('production')
                : pick(edition.data?.sources.find(({ key }) => key === definition.source)?.name) ||
                  definition.source,
          },
          {
            title: t('item'),
            width: 220,
            render: (_, { definition }) => (
              <>
                <div>{pick(definition.itemName)}</div>
                {Object.entries(definition.labels).map(([key, value]) => (
                  <Tag key={key} title={value}>
                    {t('label.value', { label: labelName(key, t), value: rowNames.get(value) ?? value })}
                  </Tag>
                ))}
              </>
            ),
          },
          {
            title: t('inputs'),
            render: (_, { definition }) =>
              Object.entries(definition.inputs).map(([symbol, binding]) => (
                <div key={symbol} style={{ display: 'flex', gap: 8 }}>
                  <code style={{ minWidth: 64 }}>{symbol}</code>
                  <BindingText binding={binding} parameters={parameters} factors={factors.data ?? []} />
                </div>
              )),
          },
          {
            title: t('years'),
            width: 110,
            render: (_, { definition }) => spanText(definition.yearFrom, definition.yearTo, t),
          },
          ...(editable
            ? [
                {
                  title: '',
                  width: 130,
                  render: (_: unknown, item: PlanItem) => (
                    <>
                      <Button type="link" size="small" onClick={() => onOpen(item)}>
                        {t('change')}
                      </Button>
                      <Popconfirm
                        title={t('remove.title', { item: pick(item.definition.itemName) })}
                        description={t('remove.text')}
                        okText={t('remove')}
                        onConfirm={() => remove.mutate(item)}
                      >
                        <Button type="link" size="small" danger>
                          {t('remove')}
                        </Button>
                      </Popconfirm>
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
