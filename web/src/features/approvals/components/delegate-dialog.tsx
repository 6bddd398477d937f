import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useScope } from '@/shared/api/use-scope';
import { useSession } from '@/shared/api/session';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { definitionsQuery, signatoriesQuery } from '../api/definitions';
import { addDelegation } from '../api/delegations';

interface Fields {
  readonly to: string;
  readonly subjectType: string;
  readonly period: readonly [Dayjs, Dayjs];
  readonly reason: string;
}

const EVERYTHING = '';

/** Lets somebody sign for the person, from the first to the last day chosen. */
export function DelegateDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(approvalTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const { account } = useSession();
  const [form] = Form.useForm<Fields>();
  const people = useQuery(signatoriesQuery(enterpriseId));
  const definitions = useQuery(definitionsQuery(enterpriseId));
  const save = useMutation({
    mutationFn: ({ to, subjectType, period: [from, until], reason }: Fields) =>
      addDelegation(enterpriseId, {
        to,
        subjectType: subjectType === EVERYTHING ? null : subjectType,
        validFrom: from.startOf('day').toISOString(),
        validTo: until.add(1, 'day').startOf('day').toISOString(),
        reason,
      }),
    onSuccess: async () => {
      void message.success(t('delegation.done'));
      await client.invalidateQueries({ queryKey: ['delegations', enterpriseId] });
      onClose();
    },
  });
  const required = { required: true, message: t('rules.required') };
  return (
    <Modal
      open
      title={t('delegation.add')}
      okText={t('delegation.add')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ subjectType: EVERYTHING, period: [dayjs(), dayjs().add(6, 'day')] }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="to" label={t('delegation.to')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(people.data ?? [])
              .filter(({ id }) => id !== account?.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="subjectType" label={t('delegation.type')}>
          <Select
            options={[
              { value: EVERYTHING, label: t('delegation.type.all') },
              ...(definitions.data ?? []).map(({ subjectType, content }) => ({
                value: subjectType,
                label: pick(content.title),
              })),
            ]}
          />
        </Form.Item>
        <Form.Item name="period" label={t('delegation.period')} rules={[required]}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label={t('delegation.reason')} rules={[required]}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={save.error} />
    </Modal>
  );
}
