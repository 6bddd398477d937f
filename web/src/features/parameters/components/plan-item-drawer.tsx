import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, InputNumber, Select, Typography } from 'antd';
import { methodQuery, type MethodSource } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { parameterName } from '@/shared/api/parameter-name';
import { useScope } from '@/shared/api/use-scope';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { addPlanItem, type Binding, changePlanItem, type PlanItem } from '../api/method-plans';
import { endYear, LAST_PLAN_YEAR } from '../model/plan-years';
import { labelName } from '../model/label-name';
import { methodPlanTexts } from '../method-plan-texts';

interface ItemForm {
  readonly source: string;
  readonly item: string;
  readonly zh: string;
  readonly en: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly labels: Record<string, string | undefined>;
  /** `PARAMETER <id>` or `OPENING <id>`; other bindings stay as they are. */
  readonly inputs: Record<string, string | undefined>;
}

interface PlanItemDrawerProps {
  readonly method: string;
  readonly item: PlanItem | null;
  readonly position: number;
  readonly parameters: readonly Parameter[];
  readonly onClose: () => void;
}

const KEEP = 'KEEP';

function written(binding: Binding): string {
  return binding.kind === 'PARAMETER' || binding.kind === 'OPENING'
    ? `${binding.kind} ${binding.parameterId ?? ''}`
    : KEEP;
}

/** Ties the inputs of one source to parameters: for each input, the parameter of the month or the stock at its start. */
export function PlanItemDrawer({ method, item, position, parameters, onClose }: PlanItemDrawerProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [form] = Form.useForm<ItemForm>();
  const edition = useQuery(methodQuery(method));
  const definition = item?.definition;
  const chosen = Form.useWatch('source', form) ?? definition?.source;
  const source = edition.data?.sources.find(({ key }) => key === chosen);
  const save = useMutation({
    mutationFn: (values: ItemForm) => {
      const inputs: Record<string, Binding> = {};
      for (const [symbol, value] of Object.entries(values.inputs ?? {})) {
        const kept = definition?.inputs[symbol];
        if (value === KEEP && kept) inputs[symbol] = kept;
        else if (value) {
          const [kind, parameterId = ''] = value.split(' ');
          inputs[symbol] = { kind: kind === 'OPENING' ? 'OPENING' : 'PARAMETER', parameterId };
        }
      }
      const labels: Record<string, string> = {};
      for (const [key, value] of Object.entries(values.labels ?? {}))
        if (value?.trim()) labels[key] = value.trim();
      const next = {
        use: definition?.use ?? ('SOURCE' as const),
        method,
        yearFrom: values.yearFrom,
        yearTo: values.yearTo,
        position: definition?.position ?? position,
        source: values.source,
        item: values.item.trim(),
        itemName: { zh: values.zh.trim(), en: values.en?.trim() || values.zh.trim() },
        labels,
        facilityUnitId: definition?.facilityUnitId ?? null,
        processUnitId: definition?.processUnitId ?? null,
        inputs,
        whenMissing: definition?.whenMissing ?? [],
        noRowWhenIdle: definition?.noRowWhenIdle ?? null,
      };
      return item ? changePlanItem(enterpriseId, item, next) : addPlanItem(enterpriseId, next);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['parameters', enterpriseId] });
      void message.success(t('saved'));
      onClose();
    },
  });
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={item ? pick(item.definition.itemName) : t('add')}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('save')}
          </Button>
        </div>
      }
    >
      {edition.isPending && <TableSkeleton />}
      <ProblemAlert error={edition.error ?? save.error} />
      {edition.data && (
        <Form<ItemForm>
          form={form}
          layout="vertical"
          onFinish={(values) => save.mutate(values)}
          initialValues={{
            source: definition?.source,
            item: definition?.item,
            zh: definition?.itemName.zh,
            en: definition?.itemName.en,
            yearFrom: definition?.yearFrom ?? year,
            yearTo: definition ? endYear(definition.yearTo) : year,
            labels: definition?.labels,
            inputs: Object.fromEntries(
              Object.entries(definition?.inputs ?? {}).map(([symbol, binding]) => [symbol, written(binding)]),
            ),
          }}
        >
          <Form.Item name="source" label={t('source')} rules={[{ required: true }]}>
            <Select
              disabled={item !== null}
              options={edition.data.sources.map(({ key, name }) => ({ value: key, label: pick(name) }))}
            />
          </Form.Item>
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16 }}>
            <Form.Item name="zh" label={t('item.zh')} rules={[{ required: true }]}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item name="en" label={t('item.en')}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item name="item" label={t('item.key')} rules={[{ required: true }]}>
              <Input maxLength={120} />
            </Form.Item>
            <Form.Item label={t('years')} style={{ marginBottom: 0 }}>
              <div style={{ display: 'flex', gap: 8 }}>
                <Form.Item name="yearFrom" noStyle>
                  <InputNumber min={2000} max={LAST_PLAN_YEAR} aria-label={t('yearFrom')} />
                </Form.Item>
                <Form.Item name="yearTo" noStyle>
                  <InputNumber min={2000} max={LAST_PLAN_YEAR} aria-label={t('yearTo')} />
                </Form.Item>
              </div>
            </Form.Item>
            {source?.labels.map((label) => (
              <Form.Item key={label} name={['labels', label]} label={labelName(label, t)}>
                <Input maxLength={120} />
              </Form.Item>
            ))}
          </div>
          {source && <InputFields source={source} parameters={parameters} item={item} />}
        </Form>
      )}
    </Drawer>
  );
}

interface InputFieldsProps {
  readonly source: MethodSource;
  readonly parameters: readonly Parameter[];
  readonly item: PlanItem | null;
}

function InputFields({ source, parameters, item }: InputFieldsProps) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const options = [
    {
      label: t('binding.month'),
      options: parameters.map((one) => ({
        value: `PARAMETER ${one.id}`,
        label: `${parameterName(one, locale)} (${one.unitAsWritten})`,
      })),
    },
    {
      label: t('binding.openingGroup'),
      options: parameters
        .filter(({ kind }) => kind === 'STOCK')
        .map((one) => ({
          value: `OPENING ${one.id}`,
          label: t('binding.opening', { parameter: parameterName(one, locale) }),
        })),
    },
  ];
  return (
    <>
      <Typography.Title level={4}>{t('inputs')}</Typography.Title>
      <Typography.Paragraph type="secondary">{t('inputs.hint')}</Typography.Paragraph>
      {source.inputs.map((input) => {
        const kept = item?.definition.inputs[input.key];
        const keep = kept && written(kept) === KEEP ? [{ value: KEEP, label: t('binding.keep') }] : [];
        return (
          <Form.Item
            key={input.key}
            name={['inputs', input.key]}
            label={
              <>
                <code>{input.key}</code>&nbsp;{pick(input.name)}&nbsp;
                <Typography.Text type="secondary">
                  {input.units.map((unit) => formatUnit(unit, locale)).join(', ')}
                  {input.hasDefault && ` · ${t('hasDefault')}`}
                </Typography.Text>
              </>
            }
          >
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={[...keep, ...options]}
              placeholder={t('binding.none')}
            />
          </Form.Item>
        );
      })}
    </>
  );
}
