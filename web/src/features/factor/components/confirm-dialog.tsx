import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { confirmFactor, type LibraryFactor } from '../api/library';
import { factorTexts } from '../factor-texts';
import { FileField } from './file-field';

interface Fields {
  readonly edition: string;
  readonly page: string;
  readonly remark?: string;
}

/** Records that somebody looked a factor up in the printed standard. */
export function ConfirmDialog({
  factor,
  onClose,
}: {
  readonly factor: LibraryFactor;
  readonly onClose: () => void;
}) {
  const t = useText(factorTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [form] = Form.useForm<Fields>();
  const [scan, setScan] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: ({ edition, page, remark }: Fields) =>
      confirmFactor(enterpriseId, {
        table: factor.table,
        row: factor.row,
        column: factor.column,
        edition,
        page,
        remark: remark ?? '',
        scanDigest: scan,
      }),
    onSuccess: async () => {
      void message.success(t('confirm.done'));
      await client.invalidateQueries({ queryKey: ['factor-library', enterpriseId] });
      onClose();
    },
  });
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <Modal
      open
      title={t('confirm')}
      okText={t('confirm')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Typography.Paragraph>
        {t('confirm.text', {
          name: `${pick(factor.name)} ${pick(factor.columnName)}`,
          value: `${factor.value} ${formatUnit(factor.unit, locale)}`,
        })}
      </Typography.Paragraph>
      <Form form={form} layout="vertical" onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="edition" label={t('confirm.edition')} rules={[required]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="page" label={t('confirm.page')} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item label={t('confirm.scan')}>
          <FileField label={t('confirm.scan')} onStored={setScan} />
        </Form.Item>
        <Form.Item name="remark" label={t('confirm.remark')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={save.error} />
    </Modal>
  );
}
