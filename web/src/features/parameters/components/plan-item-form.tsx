import { PlusOutlined } from '@ant-design/icons';
import { Button, Collapse, DatePicker, Form, Input, Radio, Select, Space, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { type Method, type MethodSource } from '@/shared/api/list-methods';
import { type BoundaryUnit } from '@/shared/api/list-units';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { methodPlanTexts } from '../method-plan-texts';
import { fits, type PlanInput } from '../model/input-offer';
import { labelName } from '../model/label-name';
import {
  bindingOf,
  type BindingDraft,
  OUTPUT_SYMBOL,
  type PlanForm,
  type PlanSubject,
} from '../model/plan-form';
import { familiesOf, inputsOf } from '../model/plan-inputs';
import { DECLARED } from '../model/route-needs';
import { LAST_PLAN_YEAR } from '../model/plan-years';
import { BindingField, type BindingSources } from './binding-field';
import { MissingRules } from './missing-rules';
import { PlanNeeds } from './plan-needs';

interface PlanItemFormProps {
  readonly edition: Method;
  readonly changing: boolean;
  readonly units: readonly BoundaryUnit[];
  readonly sources: BindingSources;
}

const TWO_COLUMNS = { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16 } as const;

/** The fields of an item, in the order in which a person decides: what, where, from which values, and what if one is missing. */
export function PlanItemForm({ edition, changing, units, sources }: PlanItemFormProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const form = Form.useFormInstance<PlanForm>();
  const shown = Form.useWatch([], { form, preserve: true }) as PlanForm | undefined;
  const values = shown ?? (form.getFieldsValue(true) as PlanForm);
  const { subject } = values;
  const source = subject === 'SOURCE' ? edition.sources.find(({ key }) => key === values.source) : undefined;
  const inputs = inputsOf(edition, values);
  const bound = inputs.flatMap(({ key }) => (bindingOf(values.inputs?.[key]) ? [key] : []));
  const decided = subject !== 'SOURCE' || source !== undefined;
  const subjects: readonly PlanSubject[] =
    edition.production.inputs.length > 0 ? ['SOURCE', 'FACILITY', 'OUTPUT'] : ['SOURCE', 'OUTPUT'];
  return (
    <>
      <Form.Item name="subject" label={t('subject')} required extra={t(`subject.hint.${subject}`)}>
        <Radio.Group
          disabled={changing}
          optionType="button"
          options={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
        />
      </Form.Item>
      {subject === 'SOURCE' && (
        <Form.Item
          name="source"
          label={t('source')}
          rules={[{ required: true, message: t('source.missing') }]}
        >
          <Select
            disabled={changing}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('source.choose')}
            options={edition.sources.map(({ key, name }) => ({ value: key, label: pick(name) }))}
          />
        </Form.Item>
      )}
      {decided && (
        <>
          <Placement source={source} units={units} />
          <Typography.Title level={4}>{t('inputs')}</Typography.Title>
          <Typography.Paragraph type="secondary">{t('inputs.hint')}</Typography.Paragraph>
          {inputs.map((input) => (
            <InputField key={input.key} input={input} sources={sources} />
          ))}
          <FamilyMembers families={familiesOf(edition, values)} />
          <PlanNeeds source={source} values={values} bound={bound} sources={sources} inputs={inputs} />
        </>
      )}
      {source && (
        <Collapse
          style={{ marginTop: 16 }}
          defaultActiveKey={(values.rules ?? []).length > 0 || values.noRowWhenIdle ? ['rules'] : []}
          items={[
            {
              key: 'rules',
              forceRender: true,
              label: t('rules', { count: (values.rules ?? []).length }),
              children: (
                <>
                  <Typography.Paragraph type="secondary">{t('rules.hint')}</Typography.Paragraph>
                  <MissingRules inputs={inputs} bound={bound} {...sources} />
                  <Form.Item
                    name="noRowWhenIdle"
                    label={t('idle')}
                    extra={t('idle.hint')}
                    style={{ marginTop: 16, marginBottom: 0 }}
                  >
                    <Select
                      allowClear
                      placeholder={t('idle.none')}
                      options={inputs
                        .filter(({ key }) => bound.includes(key))
                        .map((input) => ({ value: input.key, label: `${input.key} ${pick(input.name)}` }))}
                    />
                  </Form.Item>
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}

interface PlacementProps {
  readonly source: MethodSource | undefined;
  readonly units: readonly BoundaryUnit[];
}

/** Name, labels of the method, units of the boundary, years. */
function Placement({ source, units }: PlacementProps) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const unitOptions = (kinds: readonly BoundaryUnit['kind'][]) =>
    units
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
      .map(({ id, name, nameEn }) => ({ value: id, label: locale === 'en' ? nameEn || name : name }));
  return (
    <div style={TWO_COLUMNS}>
      {source?.labels.map((label) => {
        const choice = source.choices.find((one) => one.label === label);
        return (
          <Form.Item key={label} name={['labels', label]} label={labelName(label, t)}>
            {choice ? (
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'search' }}
                placeholder={
                  choice.standIn
                    ? t('label.standIn', {
                        name: pick(choice.entries.find(({ id }) => id === choice.standIn)?.name),
                      })
                    : t('label.choose')
                }
                options={choice.entries.map(({ id, name, aliases }) => ({
                  value: id,
                  label: pick(name),
                  search: [name.zh, name.en, id, ...aliases].join(' '),
                }))}
              />
            ) : (
              <Input maxLength={120} />
            )}
          </Form.Item>
        );
      })}
      <Form.Item
        name="zh"
        label={t('item.zh')}
        rules={[{ required: true, whitespace: true, message: t('item.zh.missing') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="en" label={t('item.en')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="facilityUnitId" label={t('facility')} tooltip={t('facility.hint')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('facility.whole')}
          options={unitOptions(['FACILITY', 'PROCESS', 'SITE'])}
        />
      </Form.Item>
      <Form.Item name="processUnitId" label={t('process')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('process.none')}
          options={unitOptions(['PROCESS', 'FACILITY', 'SITE'])}
        />
      </Form.Item>
      <Form.Item
        name="yearFrom"
        label={t('yearFrom')}
        rules={[{ required: true, message: t('year.missing') }]}
      >
        <YearField />
      </Form.Item>
      <Form.Item
        name="yearTo"
        label={t('yearTo')}
        dependencies={['yearFrom']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, to: number | null | undefined) =>
              typeof to === 'number' && to < Number(getFieldValue('yearFrom'))
                ? Promise.reject(new Error(t('year.order')))
                : Promise.resolve(),
          }),
        ]}
      >
        <YearField open />
      </Form.Item>
    </div>
  );
}

interface YearFieldProps {
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
  /** Whether it may be left open. */
  readonly open?: boolean;
}

function YearField({ id, value, onChange, open = false }: YearFieldProps) {
  const t = useText(methodPlanTexts);
  return (
    <DatePicker
      picker="year"
      style={{ width: '100%' }}
      {...(id ? { id } : {})}
      allowClear={open}
      placeholder={t(open ? 'year.open' : 'yearFrom')}
      value={typeof value === 'number' ? dayjs(`${value}-01-01`) : null}
      minDate={dayjs('2000-01-01')}
      maxDate={dayjs(`${LAST_PLAN_YEAR}-12-31`)}
      onChange={(date: Dayjs | null) => onChange?.(date ? date.year() : null)}
    />
  );
}

function InputField({ input, sources }: { readonly input: PlanInput; readonly sources: BindingSources }) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const wrongUnit = (draft: BindingDraft) =>
    [draft.parameterId, ...(draft.terms ?? []).map(({ parameterId }) => parameterId)]
      .map((id) => sources.parameters.find((one) => one.id === id))
      .find((one) => one && !fits(input, one.measures));
  const check = (draft: BindingDraft | undefined) => {
    if (!draft) return Promise.resolve();
    if (!bindingOf(draft)) return Promise.reject(new Error(t(incomplete(draft))));
    const wrong = wrongUnit(draft);
    if (wrong)
      return Promise.reject(
        new Error(
          t('binding.unitDiffers', {
            unit: formatUnit(wrong.unitAsWritten, locale),
            accepted: input.units.map((unit) => formatUnit(unit, locale)).join(', '),
          }),
        ),
      );
    return Promise.resolve();
  };
  const units = [...input.units, ...input.accepts].map((unit) => formatUnit(unit, locale)).join(', ');
  const name =
    input.key === OUTPUT_SYMBOL
      ? t('output.value')
      : input.key === DECLARED && !pick(input.name)
        ? t('declared')
        : pick(input.name);
  return (
    <Form.Item
      name={['inputs', input.key]}
      style={{ marginBottom: 12 }}
      label={
        <Space size={6}>
          {input.key !== OUTPUT_SYMBOL && <code>{input.key}</code>}
          <span>{name}</span>
          <Typography.Text type="secondary">
            {[units, input.hasDefault ? t('hasDefault') : ''].filter(Boolean).join(' · ')}
          </Typography.Text>
        </Space>
      }
      rules={[{ validator: (_, draft: BindingDraft | undefined) => check(draft) }]}
    >
      <BindingField input={input} {...sources} />
    </Form.Item>
  );
}

function incomplete({ kind }: BindingDraft) {
  return kind === 'CONSTANT' ? 'binding.incomplete.constant' : 'binding.incomplete';
}

/** Adds an input of which a row carries several, such as the share of one more gas. */
function FamilyMembers({ families }: { readonly families: ReturnType<typeof familiesOf> }) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const form = Form.useFormInstance<PlanForm>();
  const [family, setFamily] = useState<string>();
  const [index, setIndex] = useState('');
  if (families.length === 0) return null;
  const chosen = families.find(({ key }) => key === family) ?? families[0];
  const add = () => {
    if (!chosen) return;
    form.setFieldValue(['inputs', `${chosen.key}_${index}`], { kind: 'PARAMETER' } satisfies BindingDraft);
    setIndex('');
  };
  return (
    <Space style={{ marginBottom: 16 }}>
      <Select
        aria-label={t('family')}
        style={{ width: 240 }}
        value={chosen?.key ?? null}
        options={families.map(({ key, name }) => ({ value: key, label: `${key} ${pick(name)}` }))}
        onChange={setFamily}
      />
      <Input
        aria-label={t('family.index')}
        placeholder={t('family.index')}
        style={{ width: 160 }}
        value={index}
        onChange={(event) => setIndex(event.target.value.replace(/[^A-Za-z0-9]/g, ''))}
      />
      <Button icon={<PlusOutlined />} disabled={index === ''} onClick={add}>
        {t('family.add')}
      </Button>
    </Space>
  );
}
