import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Progress, Select, Typography } from 'antd';
import { useState } from 'react';
import { type Parameter, parametersQuery } from '@/shared/api/list-parameters';
import { useSession } from '@/shared/api/session';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { addPlanItem, methodPlansQuery, type PlanItem } from '../api/method-plans';
import { methodPlanTexts } from '../method-plan-texts';
import { takeOver } from '../model/take-over';

interface TakeOverDialogProps {
  readonly method: string;
  readonly existing: readonly PlanItem[];
  readonly parameters: readonly Parameter[];
  readonly onClose: () => void;
}

const MOST_NAMED = 6;

/** Copies the plan of another enterprise the person may see; parameters are found by sheet and labels. */
export function TakeOverDialog({ method, existing, parameters, onClose }: TakeOverDialogProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterprises } = useSession();
  const { enterpriseId, year } = useScope();
  const others = enterprises.filter(({ id }) => id !== enterpriseId);
  const [from, setFrom] = useState(others[0]?.id ?? '');
  const [done, setDone] = useState(0);
  const theirPlans = useQuery({ ...methodPlansQuery(from, year), enabled: from !== '' });
  const theirParameters = useQuery({ ...parametersQuery(from, year), enabled: from !== '' });
  const theirs = theirPlans.data?.find((plan) => plan.method === method)?.items ?? [];
  const taken = takeOver(
    theirs,
    theirParameters.data ?? [],
    parameters,
    existing.map(({ definition }) => definition),
  );
  const save = useMutation({
    mutationFn: async () => {
      for (const [index, item] of taken.items.entries()) {
        await addPlanItem(enterpriseId, { ...item, position: existing.length + index + 1 });
        setDone(index + 1);
      }
    },
    onSuccess: () => {
      void message.success(t('takeOver.done', { count: taken.items.length }));
      onClose();
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['parameters', enterpriseId] });
    },
  });
  const ready = theirPlans.data !== undefined && theirParameters.data !== undefined;
  return (
    <Modal
      open
      title={t('takeOver')}
      okText={t('takeOver.submit', { count: taken.items.length })}
      okButtonProps={{ disabled: !ready || taken.items.length === 0 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t('takeOver.text')}</Typography.Paragraph>
      {others.length === 0 ? (
        <Typography.Text>{t('takeOver.nobody')}</Typography.Text>
      ) : (
        <Select
          style={{ width: '100%' }}
          aria-label={t('takeOver.from')}
          value={from}
          options={others.map(({ id, name }) => ({ value: id, label: pick(name) }))}
          onChange={setFrom}
        />
      )}
      <ProblemAlert error={theirPlans.error ?? theirParameters.error ?? save.error} />
      {ready && (
        <Typography.Paragraph style={{ marginTop: 12 }}>
          {t('takeOver.found', { count: taken.items.length, left: taken.left.length })}
        </Typography.Paragraph>
      )}
      {taken.left.slice(0, MOST_NAMED).map(({ item, missing }) => (
        <div key={`${item.source} ${item.item}`} style={{ fontSize: 12 }}>
          {t('takeOver.missing', { item: pick(item.itemName), parameters: missing.join(', ') })}
        </div>
      ))}
      {save.isPending && <Progress percent={Math.round((done / taken.items.length) * 100)} />}
    </Modal>
  );
}
