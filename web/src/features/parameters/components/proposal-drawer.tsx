import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Collapse, Drawer, Progress, Table, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { factorsQuery, methodQuery } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag, type StateTone } from '@/shared/ui/state-tag';
import { addPlanItem } from '../api/method-plans';
import {
  type Likelihood,
  planProposalQuery,
  type PlanProposal,
  type ProposedItem,
} from '../api/plan-proposal';
import { methodPlanTexts } from '../method-plan-texts';
import { BindingText } from './binding-text';

const TONE: Readonly<Record<Likelihood, StateTone>> = { HIGH: 'good', MEDIUM: 'due', LOW: 'neutral' };

interface ProposalDrawerProps {
  readonly method: string;
  /** How many items the plan has already. */
  readonly count: number;
  readonly parameters: readonly Parameter[];
  readonly onClose: () => void;
}

/** What the parameters could feed. Only what is ticked in the end is saved. */
export function ProposalDrawer({ method, count, parameters, onClose }: ProposalDrawerProps) {
  const t = useText(methodPlanTexts);
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const proposal = useQuery(planProposalQuery(enterpriseId, method, year));
  const items = proposal.data?.items ?? [];
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [done, setDone] = useState(0);
  const accepted = items.filter((item) => changed.get(keyOf(item)) ?? isSafe(item));
  const save = useMutation({
    mutationFn: async () => {
      for (const [index, { definition }] of accepted.entries()) {
        await addPlanItem(enterpriseId, { ...definition, position: count + index + 1 });
        setDone(index + 1);
      }
      return accepted.length;
    },
    onSuccess: (saved) => {
      void message.success(t('propose.done', { count: saved }));
      onClose();
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['parameters', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['plan-proposal', enterpriseId] });
    },
  });
  return (
    <Drawer
      open
      onClose={onClose}
      size={1080}
      title={t('propose.title')}
      footer={
        <div style={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 8 }}>
          {save.isPending && (
            <Progress style={{ flex: 1 }} percent={Math.round((done / accepted.length) * 100)} />
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            disabled={accepted.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('propose.submit', { count: accepted.length })}
          </Button>
        </div>
      }
    >
      <Alert type="info" showIcon title={t('propose.text')} style={{ marginBottom: 12 }} />
      <ProblemAlert error={proposal.error ?? save.error} onRetry={() => void proposal.refetch()} />
      {proposal.isPending && <TableSkeleton />}
      {proposal.data && items.length === 0 && <EmptyState title={t('propose.none')} />}
      {items.length > 0 && (
        <ProposalTable
          method={method}
          items={items}
          parameters={parameters}
          accepted={accepted.map(keyOf)}
          onAccept={(keys) => setChanged(new Map(items.map((item) => [keyOf(item), keys.has(keyOf(item))])))}
        />
      )}
      {proposal.data && proposal.data.left.length > 0 && <LeftOver left={proposal.data.left} />}
    </Drawer>
  );
}

/**
 * Ticked from the start: likely, and not a sum of what single facilities used. Such a sum may be gas made on the spot,
 * whose carbon is already counted with the coal it came from.
 */
function isSafe({ likelihood, definition }: ProposedItem): boolean {
  return (
    likelihood === 'HIGH' && Object.values(definition.inputs).every(({ kind }) => kind !== 'COMBINATION')
  );
}

function keyOf({ definition }: ProposedItem): string {
  return JSON.stringify([definition.use, definition.source, definition.item, definition.labels]);
}

interface ProposalTableProps {
  readonly method: string;
  readonly items: readonly ProposedItem[];
  readonly parameters: readonly Parameter[];
  readonly accepted: readonly string[];
  readonly onAccept: (keys: ReadonlySet<string>) => void;
}

function ProposalTable({ method, items, parameters, accepted, onAccept }: ProposalTableProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const edition = useQuery(methodQuery(method));
  const factors = useQuery(factorsQuery);
  return (
    <Table<ProposedItem>
      size="small"
      pagination={false}
      rowKey={keyOf}
      dataSource={[...items]}
      rowSelection={{
        selectedRowKeys: [...accepted],
        onChange: (keys) => onAccept(new Set(keys.map(String))),
        getCheckboxProps: ({ definition }) => ({
          'aria-label': t('propose.take', { item: pick(definition.itemName) }),
        }),
      }}
      columns={[
        {
          title: t('source'),
          width: 170,
          render: (_, { definition }) =>
            definition.use === 'PRODUCTION'
              ? t('production')
              : pick(edition.data?.sources.find(({ key }) => key === definition.source)?.name) ||
                definition.source,
        },
        { title: t('item'), width: 150, render: (_, { definition }) => pick(definition.itemName) },
        {
          title: t('inputs'),
          render: (_, { definition, fed, toChoose }) => (
            <>
              {Object.entries(definition.inputs).map(([symbol, binding]) => (
                <InputLine
                  key={symbol}
                  symbol={symbol}
                  reason={pick(fed.find((one) => one.symbol === symbol)?.reason)}
                >
                  <BindingText binding={binding} parameters={parameters} factors={factors.data ?? []} />
                </InputLine>
              ))}
              {toChoose.length > 0 && (
                <Typography.Text type="warning" style={{ fontSize: 12 }}>
                  {t('propose.toChoose', { inputs: toChoose.map(pick).join(' · ') })}
                </Typography.Text>
              )}
            </>
          ),
        },
        {
          title: t('propose.likelihood'),
          width: 90,
          render: (_, { likelihood }) => (
            <StateTag tone={TONE[likelihood]}>{t(`likelihood.${likelihood}`)}</StateTag>
          ),
        },
      ]}
    />
  );
}

interface InputLineProps {
  readonly symbol: string;
  readonly reason: string;
  readonly children: React.ReactNode;
}

function InputLine({ symbol, reason, children }: InputLineProps) {
  return (
    <Tooltip title={reason} placement="topLeft">
      <div style={{ display: 'flex', gap: 8 }}>
        <code style={{ minWidth: 64 }}>{symbol}</code>
        {children}
      </div>
    </Tooltip>
  );
}

function LeftOver({ left }: { left: PlanProposal['left'] }) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  return (
    <Collapse
      style={{ marginTop: 12 }}
      items={[
        {
          key: 'left',
          label: t('propose.left', { count: left.length }),
          children: (
            <Table
              size="small"
              pagination={false}
              rowKey="parameterId"
              dataSource={[...left]}
              columns={[
                { title: t('propose.parameter'), width: 280, render: (_, { name }) => pick(name) },
                { title: t('propose.reason'), render: (_, { reason }) => pick(reason) },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
