import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type OwnFactor, planItemsQuery, putIntoPlan } from '../api/own-factors';
import { factorTexts } from '../factor-texts';

/** Lets one item of the method plan take an approved factor. */
export function UseInPlanDialog({
  factor,
  onClose,
}: {
  readonly factor: OwnFactor;
  readonly onClose: () => void;
}) {
  const t = useText(factorTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const plan = useQuery(planItemsQuery(enterpriseId, year, factor.method));
  const [chosen, setChosen] = useState<string | null>(null);
  const [drop, setDrop] = useState<readonly string[]>([]);
  const items = (plan.data ?? []).filter(
    ({ definition }) => definition.use === 'SOURCE' && definition.source === factor.source,
  );
  const item = items.find(({ id }) => id === chosen) ?? items[0];
  const save = useMutation({
    mutationFn: async () => {
      if (item) await putIntoPlan(enterpriseId, item, factor, drop);
    },
    onSuccess: async () => {
      void message.success(t('own.use.done'));
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      onClose();
    },
  });
  const others = Object.keys(item?.definition.inputs ?? {}).filter((symbol) => symbol !== factor.symbol);
  return (
    <Modal
      open
      title={t('own.use')}
      okText={t('own.use')}
      okButtonProps={{ disabled: !item }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <Typography.Paragraph>{t('own.use.text', { symbol: factor.symbol })}</Typography.Paragraph>
      <ProblemAlert error={plan.error} onRetry={() => void plan.refetch()} />
      {plan.data && items.length === 0 ? (
        <Alert type="warning" showIcon title={t('own.use.none', { year: String(year) })} />
      ) : (
        <Form layout="vertical">
          <Form.Item label={t('own.use.item')} htmlFor="plan-item">
            <Select
              id="plan-item"
              loading={plan.isPending}
              value={item?.id ?? null}
              options={items.map(({ id, definition }) => ({ value: id, label: pick(definition.itemName) }))}
              onChange={(id) => {
                setChosen(id);
                setDrop([]);
              }}
            />
          </Form.Item>
          <Form.Item label={t('own.use.drop')} htmlFor="plan-drop">
            <Select
              id="plan-drop"
              mode="multiple"
              value={[...drop]}
              options={others.map((symbol) => ({ value: symbol, label: symbol }))}
              onChange={setDrop}
            />
          </Form.Item>
        </Form>
      )}
      <ProblemAlert error={save.error} />
    </Modal>
  );
}
