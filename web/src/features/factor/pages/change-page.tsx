import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Form, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { gridFactorsQuery, methodsQuery } from '@/shared/api/list-methods';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { ReasonDialog } from '@/shared/approval/reason-dialog';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { OWN_TABLE, ownFactorsQuery, planItemsQuery } from '../api/own-factors';
import {
  currentInventoriesQuery,
  type InventoryHead,
  restate,
  type TrialRequest,
  tryOut,
} from '../api/trial';
import { TrialResultView } from '../components/trial-result';
import { factorTexts } from '../factor-texts';

const KINDS = ['grid', 'set', 'own', 'edition'] as const;
type Kind = (typeof KINDS)[number];
const ELECTRICITY = 'purchased-electricity';

/** What another factor, set or edition would change, before anybody restates. */
export function ChangePage() {
  const t = useText(factorTexts);
  const { enterpriseId, year } = useScope();
  const inventories = useQuery(currentInventoriesQuery(enterpriseId, year));
  const [chosen, setChosen] = useState<string | null>(null);
  if (inventories.isPending) return <PageSkeleton />;
  if (inventories.error) {
    return <ProblemAlert error={inventories.error} onRetry={() => void inventories.refetch()} />;
  }
  const inventory = inventories.data.find(({ id }) => id === chosen) ?? inventories.data[0];
  return (
    <>
      <PageHeader title={t('change.title')} purpose={t('change.purpose')} />
      {inventory ? (
        <Trial
          key={inventory.id}
          inventory={inventory}
          inventories={inventories.data}
          onInventory={setChosen}
        />
      ) : (
        <EmptyState title={t('change.none', { year: String(year) })} />
      )}
    </>
  );
}

interface TrialProps {
  readonly inventory: InventoryHead;
  readonly inventories: readonly InventoryHead[];
  readonly onInventory: (id: string) => void;
}

function Trial({ inventory, inventories, onInventory }: TrialProps) {
  const t = useText(factorTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const [kind, setKind] = useState<Kind>('grid');
  const [request, setRequest] = useState<TrialRequest | null>(null);
  const [restating, setRestating] = useState(false);
  const trial = useMutation({
    mutationFn: (asked: TrialRequest) => tryOut(enterpriseId, inventory.id, asked),
  });
  const choose = (next: TrialRequest | null) => {
    trial.reset();
    setRequest(next);
  };
  const direct = kind === 'grid' || kind === 'set';
  return (
    <Flex vertical gap={16}>
      <Card size="small">
        <Form layout="vertical" style={{ display: 'grid', gap: 4 }}>
          <Form.Item label={t('change.inventory')} htmlFor="trial-inventory">
            <Select
              id="trial-inventory"
              value={inventory.id}
              options={inventories.map((one) => ({
                value: one.id,
                label: `${t('use.inventory', {
                  number: one.number,
                  period: `${one.period.from} – ${one.period.to}`,
                })} ${one.method.number}`,
              }))}
              onChange={onInventory}
            />
          </Form.Item>
          <Form.Item label={t('change.kind')}>
            <Segmented
              value={kind}
              options={KINDS.map((value) => ({ value, label: t(`change.kind.${value}`) }))}
              onChange={(next) => {
                setKind(next);
                choose(null);
              }}
            />
          </Form.Item>
          {kind === 'grid' && <GridChoice onChange={choose} />}
          {kind === 'set' && <SetChoice inventory={inventory} onChange={choose} />}
          {kind === 'own' && <OwnChoice inventory={inventory} onChange={choose} />}
          {kind === 'edition' && <EditionChoice inventory={inventory} onChange={choose} />}
          <div>
            <Button
              type="primary"
              disabled={!request}
              loading={trial.isPending}
              onClick={() => request && trial.mutate(request)}
            >
              {t('change.try')}
            </Button>
          </div>
        </Form>
      </Card>
      <ProblemAlert error={trial.error} />
      {trial.data && (
        <>
          <TrialResultView result={trial.data} />
          {!direct && (
            <Alert
              type="info"
              showIcon
              title={t(kind === 'own' ? 'change.restate.own' : 'change.restate.edition')}
            />
          )}
          {direct && may('INVENTORY_RESTATE') && (
            <div>
              <Button onClick={() => setRestating(true)}>{t('change.restate')}</Button>
            </div>
          )}
        </>
      )}
      {restating && request && (
        <RestateDialog inventory={inventory} request={request} onClose={() => setRestating(false)} />
      )}
    </Flex>
  );
}

interface ChoiceProps {
  readonly inventory: InventoryHead;
  readonly onChange: (request: TrialRequest | null) => void;
}

function GridChoice({ onChange }: Pick<ChoiceProps, 'onChange'>) {
  const t = useText(factorTexts);
  const pick = usePick();
  const grid = useQuery(gridFactorsQuery).data ?? [];
  return (
    <Form.Item label={t('change.grid')} htmlFor="trial-grid">
      <Select
        id="trial-grid"
        showSearch={{ optionFilterProp: 'label' }}
        options={grid.map(({ id, name, value, tableTitle }) => ({
          value: id,
          label: `${pick(name)} ${value.value} ${value.unit} · ${pick(tableTitle)}`,
        }))}
        onChange={(id: string) => {
          const factor = grid.find((one) => one.id === id);
          onChange(
            factor
              ? {
                  factorChoices: {
                    [ELECTRICITY]: { table: factor.table, row: factor.row, column: factor.column },
                  },
                }
              : null,
          );
        }}
      />
    </Form.Item>
  );
}

function SetChoice({ inventory, onChange }: ChoiceProps) {
  const t = useText(factorTexts);
  const pick = usePick();
  const methods = useQuery(methodsQuery).data ?? [];
  const sets = methods.find(({ id }) => id === inventory.method.id)?.factorSets ?? [];
  return (
    <Form.Item label={t('change.set')} htmlFor="trial-set">
      <Select
        id="trial-set"
        options={sets
          .filter(({ id }) => id !== inventory.factorSet?.id)
          .map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(factorSet: string) => onChange({ factorSet })}
      />
    </Form.Item>
  );
}

function OwnChoice({ inventory, onChange }: ChoiceProps) {
  const t = useText(factorTexts);
  const pick = usePick();
  const { enterpriseId, year } = useScope();
  const factors = (useQuery(ownFactorsQuery(enterpriseId)).data ?? []).filter(
    ({ method, state }) => method === inventory.method.id && state !== 'RETIRED',
  );
  const items = useQuery(planItemsQuery(enterpriseId, year, inventory.method.id)).data ?? [];
  const [factorId, setFactorId] = useState<string | null>(null);
  const [itemId, setItemId] = useState<string | null>(null);
  const factor = factors.find(({ id }) => id === factorId);
  const fitting = items.filter(
    ({ definition }) => definition.use === 'SOURCE' && definition.source === factor?.source,
  );
  const ask = (nextFactor: string | null, nextItem: string | null) => {
    setFactorId(nextFactor);
    setItemId(nextItem);
    const own = factors.find(({ id }) => id === nextFactor);
    onChange(
      own && nextItem
        ? {
            planned: [
              {
                planItemId: nextItem,
                symbol: own.symbol,
                factor: { table: OWN_TABLE, row: own.id, column: own.symbol },
              },
            ],
          }
        : null,
    );
  };
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 12 }}>
      <Form.Item label={t('change.own')} htmlFor="trial-own">
        <Select
          id="trial-own"
          value={factorId}
          options={factors.map(({ id, number, name, symbol, value, unit }) => ({
            value: id,
            label: `${number} ${pick(name)}: ${symbol} = ${value} ${unit}`,
          }))}
          onChange={(id) => ask(id, null)}
        />
      </Form.Item>
      <Form.Item label={t('change.item')} htmlFor="trial-item">
        <Select
          id="trial-item"
          value={itemId}
          options={fitting.map(({ id, definition }) => ({ value: id, label: pick(definition.itemName) }))}
          onChange={(id) => ask(factorId, id)}
        />
      </Form.Item>
    </div>
  );
}

function EditionChoice({ inventory, onChange }: ChoiceProps) {
  const t = useText(factorTexts);
  const pick = usePick();
  const methods = useQuery(methodsQuery).data ?? [];
  const family = inventory.method.id.split('@')[0];
  return (
    <Form.Item label={t('change.edition')} htmlFor="trial-edition">
      <Select
        id="trial-edition"
        options={methods
          .filter(({ id }) => id !== inventory.method.id && id.split('@')[0] === family)
          .map(({ id, number, title }) => ({ value: id, label: `${number} ${pick(title)}` }))}
        onChange={(method: string) => onChange({ method })}
      />
    </Form.Item>
  );
}

interface RestateDialogProps {
  readonly inventory: InventoryHead;
  readonly request: TrialRequest;
  readonly onClose: () => void;
}

function RestateDialog({ inventory, request, onClose }: RestateDialogProps) {
  const t = useText(factorTexts);
  const path = useScopePath();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const save = useMutation({
    mutationFn: (reason: string) =>
      restate(enterpriseId, inventory.id, {
        reason,
        factorSet: request.factorSet ?? null,
        factorChoices: request.factorChoices ?? null,
      }),
    onSuccess: async (made) => {
      void message.success(t('change.restate.done'));
      await client.invalidateQueries();
      void navigate(path(`inventories/${inventory.id}/compare/${made.id}`));
    },
  });
  return (
    <ReasonDialog
      title={t('change.restate')}
      text={t('change.restate.text', { number: inventory.number })}
      label={t('change.restate.reason')}
      required
      okText={t('change.restate')}
      pending={save.isPending}
      error={save.error}
      onOk={(reason) => save.mutate(reason)}
      onClose={onClose}
    />
  );
}
