import { App, DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type BoundaryUnit } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { useEndUnit } from '../api/change-units';
import { boundaryTexts } from '../boundary-texts';
import { unitName } from '../model/unit-name';

interface EndForm {
  readonly on: Dayjs;
  readonly reason: string;
}

/** Takes a unit out of the boundary; says what follows before it does. */
export function EndUnitDialog({ unit, onClose }: { unit: BoundaryUnit; onClose: () => void }) {
  const t = useText(boundaryTexts);
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [form] = Form.useForm<EndForm>();
  const end = useEndUnit(enterpriseId);
  const name = unitName(unit, locale);

  const submit = ({ on, reason }: EndForm) =>
    end.mutate(
      { unit, on: on.format('YYYY-MM-DD'), reason },
      {
        onSuccess: () => {
          void message.success(t('end.done', { name }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('end.title', { name })}
      okText={t('end.submit')}
      okButtonProps={{ danger: true, loading: end.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{t('end.text')}</p>
      <ProblemAlert error={end.error} />
      <Form<EndForm>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ on: dayjs(`${year}-12-31`) }}
      >
        <Form.Item name="on" label={t('end.on')} rules={[{ required: true, message: t('end.on.missing') }]}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, message: t('field.reason.missing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
