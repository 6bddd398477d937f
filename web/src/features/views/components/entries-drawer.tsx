import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Drawer, Form, Input, InputNumber, Select, Space, Typography } from 'antd';
import { type ReactNode } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type EntriesBody, type ShownView, useEnterEntries, type ViewSummary } from '../api/views';
import { viewsTexts } from '../views-texts';

const GASES = ['CO2', 'CH4', 'N2O', 'HFC', 'PFC', 'SF6', 'NF3'] as const;
const CONTRACTS = ['CERTIFICATE', 'GREEN_POWER', 'DIRECT_LINE'] as const;

interface Values {
  readonly amounts: EntriesBody['amounts'];
  readonly contracts: EntriesBody['contracts'];
  readonly residualFactor: string | null;
  readonly residualBasis: string | null;
  readonly weights: Record<string, string | null>;
  readonly threshold: string | null;
  readonly largePercent: string | null;
  readonly judgements: readonly {
    readonly place: string;
    readonly scores?: Record<string, string | null>;
    readonly excluded?: string | null;
  }[];
  readonly reason: string | null;
}

function valuesOf({ entries }: ShownView): Values {
  return {
    amounts: entries.amounts,
    contracts: entries.contracts.map(({ kind, mwh, factor, reference }) => ({
      kind,
      mwh,
      contractFactor: factor,
      reference,
    })),
    residualFactor: entries.residual?.factor ?? null,
    residualBasis: entries.residual?.basis ?? null,
    weights: entries.criteria?.weights ?? {},
    threshold: entries.criteria?.threshold ?? null,
    largePercent: entries.criteria?.largePercent ?? null,
    judgements: entries.judgements,
    reason: null,
  };
}

function given(numbers: Readonly<Record<string, string | null>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(numbers ?? {}).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, value] as const],
    ),
  );
}

function bodyOf(values: Values): EntriesBody {
  const weights = given(values.weights);
  return {
    amounts: values.amounts,
    contracts: values.contracts,
    residual:
      values.residualFactor === null
        ? null
        : { residualFactor: values.residualFactor, basis: values.residualBasis ?? '' },
    criteria:
      Object.keys(weights).length === 0
        ? null
        : { weights, threshold: values.threshold ?? '', largePercent: values.largePercent ?? '' },
    judgements: values.judgements.map(({ place, scores, excluded }) => ({
      place,
      scores: given(scores),
      excluded: excluded?.trim() ? excluded.trim() : null,
    })),
    reason: values.reason?.trim() ? values.reason.trim() : null,
  };
}

interface EntriesDrawerProps {
  readonly view: ViewSummary;
  readonly shown: ShownView;
  readonly onClose: () => void;
}

/** What the method does not calculate: amounts, contracts for electricity, significance. Saved as a new version. */
export function EntriesDrawer({ view, shown, onClose }: EntriesDrawerProps) {
  const t = useText(viewsTexts);
  const pick = usePick();
  const { message, modal } = App.useApp();
  const { enterpriseId } = useScope();
  const [form] = Form.useForm<Values>();
  const enter = useEnterEntries(enterpriseId, shown);
  const required = [{ required: true, message: t('required') }];
  const withWeights = [
    ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
      required: Object.keys(given(getFieldValue('weights') as Values['weights'] | undefined)).length > 0,
      message: t('required'),
    }),
  ];
  const places = [...view.parts, ...view.memos].map(({ id, name }) => ({
    value: id,
    label: /^[\d.]+$/.test(id) ? `${id} ${pick(name)}` : pick(name),
  }));
  const indirect = view.indirect.map(({ id, name }) => ({ value: id, label: `${id} ${pick(name)}` }));
  const close = () => {
    if (!form.isFieldsTouched()) {
      onClose();
      return;
    }
    void modal.confirm({
      title: t('leave.title'),
      content: t('leave.text'),
      okText: t('leave.ok'),
      cancelText: t('leave.stay'),
      onOk: onClose,
    });
  };
  const save = (values: Values) =>
    enter.mutate(bodyOf(values), {
      onSuccess: () => {
        void message.success(t('saved'));
        onClose();
      },
    });
  return (
    <Drawer
      open
      size={760}
      title={t('edit.title', { view: view.number, year: String(shown.year) })}
      onClose={close}
      footer={
        <Space>
          <Button type="primary" loading={enter.isPending} onClick={() => form.submit()}>
            {t('save')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </Space>
      }
    >
      <ProblemAlert error={enter.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={valuesOf(shown)}
        onFinish={save}
      >
        <Section title={t('amounts')} text={t('amounts.text')}>
          <Form.List name="amounts">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Row key={key} onRemove={() => remove(name)} label={t('remove')}>
                    <Form.Item
                      name={[name, 'place']}
                      label={t('place')}
                      rules={required}
                      style={{ flex: '2 1 220px' }}
                    >
                      <Select options={places} showSearch={{ optionFilterProp: 'label' }} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'name']}
                      label={t('name')}
                      rules={required}
                      style={{ flex: '2 1 180px' }}
                    >
                      <Input maxLength={200} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'gas']}
                      label={t('gas')}
                      rules={required}
                      style={{ flex: '0 1 90px' }}
                    >
                      <Select options={GASES.map((gas) => ({ value: gas, label: gas }))} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'tonnes']}
                      label={t('tonnes')}
                      rules={required}
                      style={{ flex: '1 1 130px' }}
                    >
                      <Decimal />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'basis']}
                      label={t('basis')}
                      rules={required}
                      style={{ flex: '1 1 100%' }}
                    >
                      <Input maxLength={500} />
                    </Form.Item>
                  </Row>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ gas: 'CO2' })}>
                  {t('amounts.add')}
                </Button>
              </>
            )}
          </Form.List>
        </Section>
        <Section title={t('contracts')} text={t('electricity.rule')}>
          <Form.List name="contracts">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <Row key={key} onRemove={() => remove(name)} label={t('remove')}>
                    <Form.Item
                      name={[name, 'kind']}
                      label={t('contract.kind')}
                      rules={required}
                      style={{ flex: '1 1 160px' }}
                    >
                      <Select
                        options={CONTRACTS.map((one) => ({ value: one, label: t(`contract.${one}`) }))}
                      />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'mwh']}
                      label={t('contract.mwh')}
                      rules={required}
                      style={{ flex: '1 1 120px' }}
                    >
                      <Decimal />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'contractFactor']}
                      label={t('contract.factor')}
                      rules={required}
                      style={{ flex: '1 1 150px' }}
                    >
                      <Decimal max="2" />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'reference']}
                      label={t('contract.reference')}
                      rules={required}
                      style={{ flex: '2 1 180px' }}
                    >
                      <Input maxLength={120} />
                    </Form.Item>
                  </Row>
                ))}
                <Button
                  icon={<PlusOutlined />}
                  onClick={() => add({ kind: 'CERTIFICATE', contractFactor: '0' })}
                >
                  {t('contracts.add')}
                </Button>
              </>
            )}
          </Form.List>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', marginTop: 12 }}>
            <Form.Item name="residualFactor" label={t('residual.factor')} style={{ flex: '1 1 200px' }}>
              <Decimal max="2" />
            </Form.Item>
            <Form.Item name="residualBasis" label={t('residual.basis')} style={{ flex: '2 1 300px' }}>
              <Input maxLength={500} />
            </Form.Item>
          </div>
        </Section>
        {view.criteria.length > 0 && (
          <Section title={t('significance')} text={t('significance.text')}>
            <Typography.Text strong>{t('weights')}</Typography.Text>
            <Criteria view={view} name={['weights']} max="100" />
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px' }}>
              <Form.Item
                name="threshold"
                label={t('threshold')}
                rules={withWeights}
                style={{ flex: '1 1 200px' }}
              >
                <Decimal max="3" />
              </Form.Item>
              <Form.Item
                name="largePercent"
                label={t('largePercent')}
                rules={withWeights}
                style={{ flex: '1 1 240px' }}
              >
                <Decimal max="100" />
              </Form.Item>
            </div>
            <Form.List name="judgements">
              {(fields, { add, remove }) => (
                <>
                  {fields.map(({ key, name }) => (
                    <Row key={key} onRemove={() => remove(name)} label={t('remove')}>
                      <Form.Item
                        name={[name, 'place']}
                        label={t('significance.kind')}
                        rules={required}
                        style={{ flex: '1 1 100%' }}
                      >
                        <Select options={indirect} showSearch={{ optionFilterProp: 'label' }} />
                      </Form.Item>
                      <Criteria view={view} name={[name, 'scores']} max="3" />
                      <Form.Item
                        name={[name, 'excluded']}
                        label={t('significance.excluded')}
                        style={{ flex: '1 1 100%' }}
                      >
                        <Input maxLength={500} />
                      </Form.Item>
                    </Row>
                  ))}
                  <Button icon={<PlusOutlined />} onClick={() => add({})}>
                    {t('judgements.add')}
                  </Button>
                </>
              )}
            </Form.List>
          </Section>
        )}
        <Form.Item name="reason" label={t('reason')}>
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

/** Exact decimals: kept as text. */
function Decimal({
  max,
  ...bound
}: {
  readonly max?: string;
  readonly id?: string;
  readonly value?: string;
}) {
  return (
    <InputNumber<string>
      {...bound}
      stringMode
      min="0"
      {...(max === undefined ? {} : { max })}
      style={{ width: '100%' }}
    />
  );
}

interface CriteriaProps {
  readonly view: ViewSummary;
  readonly name: readonly (string | number)[];
  readonly max: string;
}

function Criteria({ view, name, max }: CriteriaProps) {
  const pick = usePick();
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', flex: '1 1 100%' }}>
      {view.criteria.map((criterion) => (
        <Form.Item
          key={criterion.id}
          name={[...name, criterion.id]}
          label={pick(criterion.name)}
          style={{ flex: '1 1 120px', marginBottom: 8 }}
        >
          <Decimal max={max} />
        </Form.Item>
      ))}
    </div>
  );
}

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section style={{ marginBottom: 24 }}>
      <Typography.Title level={5} style={{ marginBottom: 4 }}>
        {title}
      </Typography.Title>
      <Typography.Paragraph type="secondary">{text}</Typography.Paragraph>
      {children}
    </section>
  );
}

function Row({ onRemove, label, children }: { onRemove: () => void; label: string; children: ReactNode }) {
  return (
    <div
      style={{
        display: 'flex',
        gap: 8,
        border: '1px solid var(--th-border)',
        borderRadius: 6,
        padding: '8px 12px 0',
        marginBottom: 8,
      }}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', flex: 1 }}>{children}</div>
      <Button type="text" icon={<DeleteOutlined />} aria-label={label} onClick={onRemove} />
    </div>
  );
}
