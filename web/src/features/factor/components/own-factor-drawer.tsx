import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Drawer, Form, Input, Radio, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { methodQuery, methodsQuery } from '@/shared/api/list-methods';
import { unitsQuery } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type OwnFactor, saveOwnFactor } from '../api/own-factors';
import { factorTexts } from '../factor-texts';
import { FileField } from './file-field';

interface Fields {
  readonly kind: OwnFactor['kind'];
  readonly nameZh: string;
  readonly nameEn: string;
  readonly factorSet?: string;
  readonly method: string;
  readonly source: string;
  readonly symbol: string;
  readonly facilityUnitId?: string;
  readonly value: string;
  readonly unit: string;
  readonly period: readonly [Dayjs, Dayjs];
  readonly laboratory?: string;
  readonly reportNumber?: string;
  readonly remark?: string;
}

const DATE = 'YYYY-MM-DD';

interface OwnFactorDrawerProps {
  /** null enters a new one. */
  readonly factor: OwnFactor | null;
  readonly onClose: () => void;
  readonly onSaved: (factor: OwnFactor) => void;
}

/** One factor of the enterprise: what it is for, its value, what proves it, how long it holds. */
export function OwnFactorDrawer({ factor, onClose, onSaved }: OwnFactorDrawerProps) {
  const t = useText(factorTexts);
  const shared = useText(sharedTexts);
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year, enterprise } = useScope();
  const [form] = Form.useForm<Fields>();
  const [digest, setDigest] = useState(factor?.report?.digest ?? null);
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      saveOwnFactor(enterpriseId, factor, {
        name: { zh: fields.nameZh, en: fields.nameEn },
        kind: fields.kind,
        factorSet: fields.factorSet ?? null,
        method: fields.method,
        source: fields.source,
        symbol: fields.symbol,
        facilityUnitId: fields.facilityUnitId ?? null,
        value: fields.value.trim(),
        unit: fields.unit.trim(),
        validFrom: fields.period[0].format(DATE),
        validTo: fields.period[1].format(DATE),
        laboratory: fields.laboratory ?? '',
        reportNumber: fields.reportNumber ?? '',
        reportDigest: digest,
        remark: fields.remark ?? '',
        reason: null,
      }),
    onSuccess: async (saved) => {
      void message.success(t('own.saved'));
      await client.invalidateQueries({ queryKey: ['own-factors', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['approvals', enterpriseId] });
      onClose();
      onSaved(saved);
    },
  });
  const start: Partial<Fields> = factor
    ? {
        kind: factor.kind,
        nameZh: factor.name.zh,
        nameEn: factor.name.en,
        ...(factor.factorSet ? { factorSet: factor.factorSet } : {}),
        method: factor.method,
        source: factor.source,
        symbol: factor.symbol,
        ...(factor.facilityUnitId ? { facilityUnitId: factor.facilityUnitId } : {}),
        value: factor.value,
        unit: factor.unit,
        period: [dayjs(factor.validFrom), dayjs(factor.validTo)],
        laboratory: factor.laboratory,
        reportNumber: factor.reportNumber,
        remark: factor.remark,
      }
    : {
        kind: 'MEASURED',
        ...(enterprise.methods[0] ? { method: enterprise.methods[0] } : {}),
        period: [dayjs(`${year}-01-01`), dayjs(`${year}-12-31`)],
      };
  return (
    <Drawer
      open
      size={640}
      title={t(factor ? 'own.change' : 'own.add')}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {shared('save')}
          </Button>
          <Button onClick={onClose}>{shared('cancel')}</Button>
        </Space>
      }
    >
      {factor?.state === 'SUBMITTED' && (
        <Alert type="warning" showIcon title={t('own.voids')} style={{ marginBottom: 12 }} />
      )}
      <Form form={form} layout="vertical" initialValues={start} onFinish={(fields) => save.mutate(fields)}>
        <FactorFields />
        <Form.Item label={t('own.file')}>
          <FileField label={t('own.file')} present={factor?.report?.fileName ?? null} onStored={setDigest} />
        </Form.Item>
        <Form.Item name="remark" label={t('own.remark')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      <ProblemAlert error={save.error} />
    </Drawer>
  );
}

function FactorFields() {
  const t = useText(factorTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const form = Form.useFormInstance<Fields>();
  const methodId = Form.useWatch('method', form);
  const sourceKey = Form.useWatch('source', form);
  const methods = useQuery(methodsQuery);
  const method = useQuery({ ...methodQuery(methodId ?? ''), enabled: Boolean(methodId) });
  const units = useQuery(unitsQuery(enterpriseId));
  const source = method.data?.sources.find(({ key }) => key === sourceKey);
  const required = { required: true, message: t('required') };
  const two = { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 12 } as const;
  return (
    <>
      <Form.Item name="kind" label={t('own.kind')} rules={[required]}>
        <Radio.Group
          options={(['MEASURED', 'SUPPLIER', 'SET'] as const).map((value) => ({
            value,
            label: t(`own.kind.${value}`),
          }))}
        />
      </Form.Item>
      <div style={two}>
        <Form.Item name="nameZh" label={t('own.name.zh')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('own.name.en')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="method" label={t('own.method')} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(methods.data ?? [])
            .filter(({ status }) => status !== 'text-not-confirmed')
            .map(({ id, number, title }) => ({ value: id, label: `${number} ${pick(title)}` }))}
          onChange={() => form.resetFields(['source', 'symbol'])}
        />
      </Form.Item>
      <div style={two}>
        <Form.Item name="source" label={t('own.source')} rules={[required]}>
          <Select
            options={(method.data?.sources ?? []).map(({ key, name }) => ({
              value: key,
              label: pick(name),
            }))}
            onChange={() => form.resetFields(['symbol'])}
          />
        </Form.Item>
        <Form.Item name="symbol" label={t('own.symbol')} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={(source?.inputs ?? []).map(({ key, name, units: accepted }) => ({
              value: key,
              label: `${key} ${pick(name)} (${accepted.join(', ')})`,
            }))}
          />
        </Form.Item>
        <Form.Item name="value" label={t('own.value')} rules={[required]}>
          <Input inputMode="decimal" maxLength={60} />
        </Form.Item>
        <Form.Item name="unit" label={t('own.unit')} rules={[required]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="period" label={t('own.period')} rules={[required]}>
          <DatePicker.RangePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="facilityUnitId" label={t('own.facility')}>
          <Select
            allowClear
            placeholder={t('own.facility.all')}
            showSearch={{ optionFilterProp: 'label' }}
            options={(units.data ?? []).map((unit) => ({
              value: unit.id,
              label: locale === 'en' && unit.nameEn ? unit.nameEn : unit.name,
            }))}
          />
        </Form.Item>
        <Form.Item name="laboratory" label={t('own.laboratory')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="reportNumber" label={t('own.report')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <Form.Item name="factorSet" label={t('own.set')} extra={t('own.set.hint')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}
