import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, AutoComplete, Button, Drawer, Empty, Form, Input, Select, Table, Typography } from 'antd';
import { methodsQuery } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { unitsQuery } from '@/shared/api/list-units';
import { parameterName } from '@/shared/api/parameter-name';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type ParameterEntry, saveParameter } from '../api/save-parameter';
import { parametersTexts } from '../parameters-texts';

interface ParameterForm extends Omit<ParameterEntry, 'labels' | 'unitId' | 'reason'> {
  readonly labels: string;
  readonly unitId?: string;
  readonly reason?: string;
}

interface ParameterDrawerProps {
  /** null makes a new one. */
  readonly parameter: Parameter | null;
  readonly sheets: readonly string[];
  readonly onClose: () => void;
}

const SEPARATOR = ' / ';

/** One parameter: what it is, who is responsible, which inputs it feeds. */
export function ParameterDrawer({ parameter, sheets, onClose }: ParameterDrawerProps) {
  const t = useText(parametersTexts);
  const { locale } = useLocale();
  const may = useMay();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [form] = Form.useForm<ParameterForm>();
  const units = useQuery(unitsQuery(enterpriseId));
  const editable = may('PARAMETER_EDIT');
  const save = useMutation({
    mutationFn: ({ labels, unitId, reason, ...entry }: ParameterForm) =>
      saveParameter(enterpriseId, parameter, {
        ...entry,
        labels: labels
          .split('/')
          .map((label) => label.trim())
          .filter(Boolean),
        unitId: unitId ?? null,
        reason: reason?.trim() ? reason.trim() : null,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['parameters', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['ledger', enterpriseId] });
      void message.success(t('saved'));
      onClose();
    },
  });
  const choices = <K extends 'kind' | 'obtained' | 'sign'>(group: K, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}` as Parameters<typeof t>[0]) }));
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={parameter ? parameterName(parameter, locale) : t('add')}
      footer={
        editable && (
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
              {t('save')}
            </Button>
          </div>
        )
      }
    >
      <Form<ParameterForm>
        form={form}
        layout="vertical"
        disabled={!editable}
        onFinish={(values) => save.mutate(values)}
        initialValues={{
          sheet: parameter?.sheet ?? sheets[0] ?? '',
          labels: parameter?.labels.join(SEPARATOR) ?? '',
          name: parameter ? parameterName(parameter, locale) : '',
          unitId: parameter?.unitId ?? undefined,
          unit: parameter?.unitAsWritten ?? '',
          kind: parameter?.kind ?? 'FLOW',
          signRule: parameter?.signRule ?? 'NONNEGATIVE',
          obtainedBy: parameter?.obtainedBy ?? 'MEASURED',
          responsible: parameter?.responsible ?? '',
          validFrom: parameter?.validFrom ?? `${year}-01-01`,
        }}
      >
        <Form.Item name="sheet" label={t('column.sheet')} rules={[{ required: true }]}>
          <AutoComplete options={sheets.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="labels" label={t('labels')} extra={t('labels.hint')} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
        <Form.Item name="name" label={t('column.name')} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16 }}>
          <Form.Item name="unit" label={t('column.unit')} rules={[{ required: true }]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="unitId" label={t('column.place')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={(units.data ?? []).map(({ id, name, nameEn }) => ({
                value: id,
                label: locale === 'en' ? (nameEn ?? name) : name,
              }))}
            />
          </Form.Item>
          <Form.Item name="kind" label={t('column.kind')}>
            <Select options={choices('kind', ['FLOW', 'STOCK', 'QUALITY', 'OUTPUT', 'STATE'])} />
          </Form.Item>
          <Form.Item name="signRule" label={t('sign')}>
            <Select options={choices('sign', ['NONNEGATIVE', 'ANY'])} />
          </Form.Item>
          <Form.Item name="obtainedBy" label={t('column.obtained')}>
            <Select options={choices('obtained', ['MEASURED', 'CALCULATED', 'DEFAULT', 'SUPPLIER'])} />
          </Form.Item>
          <Form.Item name="responsible" label={t('column.responsible')}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item
            name="validFrom"
            label={t('validFrom')}
            rules={[{ required: true, pattern: /^\d{4}-\d{2}-\d{2}$/ }]}
          >
            <Input placeholder="2025-01-01" />
          </Form.Item>
          {parameter && (
            <Form.Item name="reason" label={t('reason')}>
              <Input maxLength={400} />
            </Form.Item>
          )}
        </div>
      </Form>
      <ProblemAlert error={save.error} />
      {parameter && <Bindings parameter={parameter} />}
    </Drawer>
  );
}

function Bindings({ parameter }: { parameter: Parameter }) {
  const t = useText(parametersTexts);
  const pick = usePick();
  const methods = useQuery(methodsQuery);
  return (
    <section>
      <Typography.Title level={4}>{t('bindings')}</Typography.Title>
      <Table
        size="small"
        pagination={false}
        rowKey={(binding) => Object.values(binding).join(' ')}
        dataSource={[...parameter.bindings]}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('bindings.none')} />,
        }}
        columns={[
          {
            title: t('bindings.method'),
            render: (_, { method }) => methods.data?.find(({ id }) => id === method)?.number ?? method,
          },
          {
            title: t('bindings.source'),
            render: (_, { method, source }) =>
              pick(
                methods.data?.find(({ id }) => id === method)?.sources.find(({ key }) => key === source)
                  ?.name,
              ) || source,
          },
          { title: t('bindings.item'), dataIndex: 'item' },
          { title: t('bindings.symbol'), render: (_, { symbol }) => <code>{symbol}</code> },
        ]}
      />
    </section>
  );
}
