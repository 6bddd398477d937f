import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, DatePicker, Form, Input, Select, Space, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type BoundaryUnit, type TechnicalParameter, type UnitKind } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type UnitDraft, useSaveUnit } from '../api/change-units';
import { boundaryTexts } from '../boundary-texts';
import { kindsBelow } from '../model/unit-tree';
import { unitName } from '../model/unit-name';

interface UnitFormValues {
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly validFrom: Dayjs;
  readonly validTo?: Dayjs | null;
  readonly technicalParameters?: readonly Partial<TechnicalParameter>[];
  readonly reason?: string;
}

interface UnitFormProps {
  /** The unit to change; null adds one. */
  readonly unit: BoundaryUnit | null;
  readonly parent: BoundaryUnit | null;
  readonly units: readonly BoundaryUnit[];
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
  readonly onSaved: (id: string) => void;
}

function startOf(
  unit: BoundaryUnit | null,
  kinds: readonly UnitKind[],
  year: number,
): Partial<UnitFormValues> {
  if (!unit) return { kind: kinds[0] ?? 'SITE', validFrom: dayjs(`${year}-01-01`) };
  return {
    kind: unit.kind,
    code: unit.code ?? '',
    name: unit.name,
    nameEn: unit.nameEn ?? '',
    validFrom: dayjs(unit.validFrom),
    validTo: unit.validTo === null ? null : dayjs(unit.validTo),
    technicalParameters: unit.technicalParameters,
  };
}

function draftOf(values: UnitFormValues, parentId: string | null): UnitDraft {
  return {
    kind: values.kind,
    parentId,
    code: values.code.trim(),
    name: values.name.trim(),
    nameEn: values.nameEn?.trim() ?? '',
    validFrom: values.validFrom.format('YYYY-MM-DD'),
    validTo: values.validTo?.format('YYYY-MM-DD') ?? null,
    technicalParameters: (values.technicalParameters ?? []).map(({ name = '', value = '', unit = '' }) => ({
      name,
      value,
      unit,
    })),
    reason: values.reason?.trim() || null,
  };
}

export function UnitForm({ unit, parent, units, onDirty, onCancel, onSaved }: UnitFormProps) {
  const t = useText(boundaryTexts);
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const save = useSaveUnit(enterpriseId);
  const kinds = unit ? [unit.kind] : kindsBelow(parent?.kind ?? null);
  const codes = units.filter(({ id }) => id !== unit?.id).map(({ code }) => code);

  const submit = (values: UnitFormValues) =>
    save.mutate(
      { unit, draft: draftOf(values, parent?.id ?? null) },
      {
        onSuccess: ({ id }) => {
          onDirty(false);
          void message.success(t('saved', { name: values.name }));
          onSaved(id);
        },
      },
    );
  const title = unit
    ? t('form.edit', { name: unitName(unit, locale) })
    : parent
      ? t('form.addBelow', { name: unitName(parent, locale) })
      : t('add.site');
  return (
    <Form<UnitFormValues>
      layout="vertical"
      initialValues={startOf(unit, kinds, year)}
      onValuesChange={() => onDirty(true)}
      onFinish={submit}
      style={{ maxWidth: 720 }}
    >
      <Typography.Title level={2} style={{ marginTop: 0 }}>
        {title}
      </Typography.Title>
      <ProblemAlert error={save.error} />
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16, marginTop: 8 }}>
        <Form.Item name="kind" label={t('field.kind')}>
          <Select
            disabled={kinds.length === 1}
            options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('field.code')}
          rules={[
            { required: true, whitespace: true, message: t('field.code.missing') },
            {
              validator: (_, code: string) =>
                codes.includes(code?.trim())
                  ? Promise.reject(new Error(t('field.code.taken')))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('field.name')}
          rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('field.nameEn')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label={t('field.validFrom')}
          rules={[{ required: true, message: t('field.validFrom.missing') }]}
        >
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="validTo" label={t('field.validTo')} extra={t('field.validTo.hint')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <TechnicalParameterFields />
      {unit && (
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, message: t('field.reason.missing') }]}
        >
          <Input maxLength={500} placeholder={t('field.reason.hint')} />
        </Form.Item>
      )}
      <Space>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </Space>
    </Form>
  );
}

function TechnicalParameterFields() {
  const t = useText(boundaryTexts);
  return (
    <Form.Item label={t('tab.parameters')}>
      <Form.List name="technicalParameters">
        {(fields, { add, remove }) => (
          <div style={{ display: 'grid', gap: 8 }}>
            {fields.map(({ key, name }) => (
              <div key={key} style={{ display: 'grid', gridTemplateColumns: '2fr 1fr 1fr 30px', gap: 8 }}>
                <Form.Item
                  name={[name, 'name']}
                  noStyle
                  rules={[{ required: true, whitespace: true, message: t('parameters.name.missing') }]}
                >
                  <Input
                    placeholder={t('parameters.name')}
                    aria-label={t('parameters.name')}
                    maxLength={100}
                  />
                </Form.Item>
                <Form.Item name={[name, 'value']} noStyle>
                  <Input
                    placeholder={t('parameters.value')}
                    aria-label={t('parameters.value')}
                    maxLength={200}
                  />
                </Form.Item>
                <Form.Item name={[name, 'unit']} noStyle>
                  <Input
                    placeholder={t('parameters.unit')}
                    aria-label={t('parameters.unit')}
                    maxLength={40}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('parameters.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <div>
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
                {t('parameters.add')}
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
