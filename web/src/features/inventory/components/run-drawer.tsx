import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Input, Space, Steps, Typography } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { methodsQuery } from '@/shared/api/list-methods';
import { isProblem } from '@/shared/api/problem';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { inventoriesQuery, type InventoryHead } from '../api/get-inventory';
import { restateInventory, runInventory } from '../api/run-inventory';
import { inventoryTexts } from '../inventory-texts';
import { type RunPlan, startingPlan } from '../model/run-plan';
import { FactorStep } from './run-factor-step';
import { MethodStep } from './run-method-step';
import { SummaryStep } from './run-summary-step';

const REASON_MIN = 4;

interface RunDrawerProps {
  readonly onClose: () => void;
  /** Restates this run instead of making a new one: same period and method, with a reason. */
  readonly restating?: InventoryHead;
}

/** Three steps to a run: method and period, factors, summary. Nothing is computed before the last one. */
export function RunDrawer({ onClose, restating: given }: RunDrawerProps) {
  const t = useText(inventoryTexts);
  const { enterpriseId, enterprise, year } = useScope();
  const path = useScopePath();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const methods = useQuery(methodsQuery);
  const [step, setStep] = useState(0);
  const [reason, setReason] = useState('');
  const [instead, setInstead] = useState<InventoryHead>();
  const restating = given ?? instead;
  const [plan, setPlan] = useState<RunPlan>(() => startingPlan(year, enterprise.methods, given));
  const may = useMay();
  const runs = useQuery(inventoriesQuery(enterpriseId, year));
  const method = methods.data?.find(({ id }) => id === plan.method);

  const run = useMutation({
    mutationFn: () => {
      const factors = {
        factorChoices: plan.factorChoices,
        ...(plan.factorSet ? { factorSet: plan.factorSet } : {}),
      };
      return restating
        ? restateInventory(enterpriseId, restating.id, { ...factors, reason: reason.trim() })
        : runInventory(enterpriseId, {
            period: { from: plan.from, to: plan.to },
            method: plan.method,
            ...factors,
          });
    },
    // The run in the way may be newer than the list.
    onError: () => client.invalidateQueries({ queryKey: ['inventories', enterpriseId] }),
    onSuccess: async (inventory) => {
      await client.invalidateQueries({ queryKey: ['inventories', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['inventory', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['overview', enterpriseId] });
      void message.success(t('run.done', { number: inventory.number }));
      onClose();
      void navigate(path(`inventories/${inventory.id}`));
    },
  });
  const { error } = run;
  const inTheWay = (code: string) =>
    isProblem(error, code) ? runs.data?.find(({ number }) => number === error.args.number) : undefined;
  const same = inTheWay('inventory.unchanged');
  const restatable = may('INVENTORY_RESTATE') ? inTheWay('inventory.restate-instead') : undefined;
  const restateInstead = (head: InventoryHead) => {
    setInstead(head);
    run.reset();
  };
  const last = step === 2;
  const blocked = !method || (last && restating !== undefined && reason.trim().length < REASON_MIN);
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={restating ? t('restate.title', { number: restating.number }) : t('run')}
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {step > 0 && (
            <Button onClick={() => setStep(step - 1)} disabled={run.isPending}>
              {t('back')}
            </Button>
          )}
          <Button
            type="primary"
            disabled={blocked}
            loading={run.isPending}
            onClick={() => (last ? run.mutate() : setStep(step + 1))}
          >
            {last ? t(restating ? 'restate.submit' : 'run.submit') : t('next')}
          </Button>
        </div>
      }
    >
      <Steps
        size="small"
        current={step}
        items={[{ title: t('step.method') }, { title: t('step.factors') }, { title: t('step.summary') }]}
        style={{ marginBottom: 20 }}
      />
      {methods.isPending && <TableSkeleton />}
      <ProblemAlert error={methods.error} onRetry={() => void methods.refetch()} />
      {enterprise.methods.length === 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('run.noMethod')}
          action={<Link to={path('method-plan')}>{t('run.toPlan')}</Link>}
        />
      )}
      {methods.data && step === 0 && (
        <MethodStep
          methods={methods.data}
          own={enterprise.methods}
          plan={plan}
          year={year}
          fixed={restating !== undefined}
          onChange={setPlan}
        />
      )}
      {method && step === 1 && <FactorStep method={method} plan={plan} onChange={setPlan} />}
      {method && last && (
        <>
          <SummaryStep method={method} plan={plan} />
          {restating && (
            <div style={{ marginTop: 16 }}>
              <Typography.Text strong>{t('restate.reason')}</Typography.Text>
              <Input.TextArea
                rows={3}
                maxLength={400}
                aria-label={t('restate.reason')}
                placeholder={t('restate.reason.hint')}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
          )}
          <div style={{ marginTop: 16 }}>
            <ProblemAlert error={run.error} />
            <Space style={{ marginTop: 8 }}>
              {isProblem(error, 'inventory.no-plan') && (
                <Link to={`${path('method-plan')}?method=${encodeURIComponent(plan.method)}`}>
                  {t('run.toPlan')}
                </Link>
              )}
              {same && (
                <Link to={path(`inventories/${same.id}`)} onClick={onClose}>
                  {t('run.openCurrent', { number: same.number })}
                </Link>
              )}
              {restatable && (
                <Button onClick={() => restateInstead(restatable)}>
                  {t('restate.title', { number: restatable.number })}
                </Button>
              )}
            </Space>
          </div>
        </>
      )}
    </Drawer>
  );
}
