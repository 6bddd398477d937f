import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Modal, Progress, Select, Typography } from 'antd';
import { useState } from 'react';
import { everyParameterQuery } from '@/shared/api/list-parameters';
import { useSession } from '@/shared/api/session';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { addPlanItem, wholePlanQuery } from '../api/method-plans';
import { methodPlanTexts } from '../method-plan-texts';
import { spanText } from '../model/plan-years';
import { takeOver, yearSpans } from '../model/take-over';

interface TakeOverDialogProps {
  readonly method: string;
  readonly onClose: () => void;
}

const MOST_NAMED = 6;

/** Copies the plan of another enterprise the person may see; parameters are found by sheet and labels. */
export function TakeOverDialog({ method, onClose }: TakeOverDialogProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterprises } = useSession();
  const { enterpriseId } = useScope();
  const others = enterprises.filter(({ id }) => id !== enterpriseId);
  const [from, setFrom] = useState(others[0]?.id ?? '');
  const [done, setDone] = useState(0);
  const theirPlan = useQuery({ ...wholePlanQuery(from, method), enabled: from !== '' });
  const theirParameters = useQuery({ ...everyParameterQuery(from), enabled: from !== '' });
  const ownPlan = useQuery(wholePlanQuery(enterpriseId, method));
  const ownParameters = useQuery(everyParameterQuery(enterpriseId));
  const existing = ownPlan.data ?? [];
  const taken = takeOver(
    theirPlan.data ?? [],
    theirParameters.data ?? [],
    ownParameters.data ?? [],
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
      const years = yearSpans(taken.items).map(({ from: first, to, count }) =>
        t('takeOver.span', { years: spanText(first, to, t), count }),
      );
      void message.success(
        t('takeOver.done', { count: taken.items.length, years: years.join(t('takeOver.and')) }),
      );
      onClose();
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['parameters', enterpriseId] });
    },
  });
  const queries = [theirPlan, theirParameters, ownPlan, ownParameters];
  const ready = queries.every(({ data }) => data !== undefined);
  const error = queries.find((query) => query.error)?.error ?? save.error;
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
      <ProblemAlert error={error} />
      {ready && (
        <Typography.Paragraph style={{ marginTop: 12 }}>
          {t('takeOver.found', { count: taken.items.length, left: taken.left.length })}
          {yearSpans(taken.items).map(({ from: first, to, count }) => (
            <div key={`${first} ${to}`}>{t('takeOver.span', { years: spanText(first, to, t), count })}</div>
          ))}
        </Typography.Paragraph>
      )}
      {taken.left.slice(0, MOST_NAMED).map(({ item, missing }) => (
        <div
          key={`${item.source} ${item.item} ${item.labels['facility'] ?? ''} ${item.yearFrom}`}
          style={{ fontSize: 12 }}
        >
          {t('takeOver.missing', { item: pick(item.itemName), parameters: missing.join(', ') })}
        </div>
      ))}
      {save.isPending && <Progress percent={Math.round((done / taken.items.length) * 100)} />}
    </Modal>
  );
}
