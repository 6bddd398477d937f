import { Alert, App, Button, Card, Input, InputNumber, Select, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { formatExactQuantity, formatQuantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { type Translate, useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { Figure } from '@/shared/ui/figure';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag } from '@/shared/ui/state-tag';
import {
  type Allowance,
  type AllowanceBody,
  type Calculated,
  type MarketRule,
  useCalculation,
  useKeepAssessment,
} from '../api/allowance';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';
import { AllowanceSteps } from './allowance-steps';

const LABELS = ['planYear', 'unitClass', 'cooling', 'month'] as const;
const VALUES = ['I', 'II', 'III', 'IV', 'WATER', 'AIR', 'BACK_PRESSURE'] as const;

type LabelKey = `a.label.${(typeof LABELS)[number]}` | `a.value.${(typeof VALUES)[number]}`;

function labelName(name: string, t: Translate<LabelKey>): string {
  const known = LABELS.find((one) => one === name);
  return known ? t(`a.label.${known}`) : name;
}

function valueName(value: string, t: Translate<LabelKey>): string {
  const known = VALUES.find((one) => one === value);
  return known ? t(`a.value.${known}`) : value;
}

interface Given {
  readonly figure: string | null;
  readonly value: string | null;
  readonly evidence: string;
}

/** Chooses a rule, fills its inputs from the run or by hand, computes, and keeps the assessment. */
export function AllowanceForm({ run, allowance }: { run: Run; allowance: Allowance }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const suiting = allowance.rules.filter(({ suits }) => suits);
  const first =
    suiting.find(({ givesAllowance, sector }) => givesAllowance && sector !== 'all') ??
    suiting.find(({ givesAllowance }) => givesAllowance) ??
    suiting[0] ??
    allowance.rules[0];
  const [id, setId] = useState(first?.id ?? '');
  const rule = allowance.rules.find((one) => one.id === id);
  const options = (rules: readonly MarketRule[]) =>
    rules.map((one) => ({ value: one.id, label: pick(one.title) }));
  return (
    <Card title={t('a.new')}>
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <div style={{ display: 'grid', gap: 4 }}>
          <label htmlFor="a-rule">{t('a.rule')}</label>
          <Select
            id="a-rule"
            value={id}
            onChange={setId}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ maxWidth: 720 }}
            options={[
              { label: t('a.rules.suit'), options: options(suiting) },
              {
                label: t('a.rules.other'),
                options: options(allowance.rules.filter(({ suits }) => !suits)),
              },
            ].filter((group) => group.options.length > 0)}
          />
        </div>
        {rule && <RuleForm key={rule.id} run={run} rule={rule} allowance={allowance} />}
      </div>
    </Card>
  );
}

function RuleForm({ run, rule, allowance }: { run: Run; rule: MarketRule; allowance: Allowance }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [unit, setUnit] = useState('');
  const [obligation, setObligation] = useState<AllowanceBody['obligation']>(
    rule.market === 'national' ? 'DIRECT' : 'TOTAL',
  );
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>(() => {
    const year = run.period.from.slice(0, 4);
    return Object.fromEntries(
      rule.labels.filter(({ values }) => values.includes(year)).map(({ name }) => [name, year] as const),
    );
  });
  const [inputs, setInputs] = useState<Readonly<Record<string, Given>>>(() =>
    Object.fromEntries(
      rule.inputs.map((input) => [input.name, { figure: input.proposed, value: null, evidence: '' }]),
    ),
  );
  const [calculated, setCalculated] = useState<Calculated | null>(null);
  const calculation = useCalculation(enterpriseId);
  const keep = useKeepAssessment(enterpriseId);
  const body = (): AllowanceBody => ({
    inventoryId: run.id,
    rule: rule.id,
    unit: unit.trim(),
    obligation,
    labels,
    inputs: Object.fromEntries(
      Object.entries(inputs)
        .filter(([, given]) => given.figure !== null || given.value !== null)
        .map(([name, given]) => [
          name,
          {
            figure: given.figure,
            value: given.figure === null ? given.value : null,
            evidence: given.evidence.trim() === '' ? null : given.evidence.trim(),
          },
        ]),
    ),
  });
  const touch = () => setCalculated(null);
  return (
    <>
      <RuleNote rule={rule} />
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))' }}>
        <div style={{ display: 'grid', gap: 4 }}>
          <label htmlFor="a-unit">{t('a.unit')}</label>
          <Input
            id="a-unit"
            maxLength={60}
            value={unit}
            onChange={(event) => {
              setUnit(event.target.value);
              touch();
            }}
            onBlur={() => setInputs(withFiguresOf(unit.trim(), rule, allowance, inputs))}
          />
        </div>
        <ObligationField
          allowance={allowance}
          value={obligation}
          onChange={(value) => {
            setObligation(value);
            touch();
          }}
        />
        {rule.labels.map((label) => (
          <div key={label.name} style={{ display: 'grid', gap: 4 }}>
            <label htmlFor={`a-label-${label.name}`}>{labelName(label.name, t)}</label>
            {label.values.length === 0 ? (
              <Input
                id={`a-label-${label.name}`}
                maxLength={40}
                value={labels[label.name] ?? ''}
                onChange={(event) => {
                  setLabels({ ...labels, [label.name]: event.target.value.trim() });
                  touch();
                }}
              />
            ) : (
              <Select
                id={`a-label-${label.name}`}
                value={labels[label.name] ?? null}
                onChange={(value: string) => {
                  setLabels({ ...labels, [label.name]: value });
                  touch();
                }}
                options={label.values.map((value) => ({ value, label: valueName(value, t) }))}
              />
            )}
          </div>
        ))}
      </div>
      {rule.inputs.length > 0 && (
        <InputTable
          run={run}
          rule={rule}
          allowance={allowance}
          inputs={inputs}
          onChange={(name, given) => {
            setInputs({ ...inputs, [name]: given });
            touch();
          }}
        />
      )}
      <ProblemAlert error={calculation.error ?? keep.error} />
      <Space>
        <Button
          loading={calculation.isPending}
          onClick={() => {
            keep.reset();
            calculation.mutate(body(), {
              onSuccess: setCalculated,
              onError: () => setCalculated(null),
            });
          }}
        >
          {t('a.compute')}
        </Button>
        <Button
          type="primary"
          disabled={calculated === null}
          loading={keep.isPending}
          onClick={() =>
            keep.mutate(body(), {
              onSuccess: () => {
                setCalculated(null);
                void message.success(t('a.kept'));
              },
            })
          }
        >
          {t('a.keep')}
        </Button>
      </Space>
      {calculated && (
        <>
          {!rule.givesAllowance && <Typography.Text type="secondary">{t('a.rule.none')}</Typography.Text>}
          <Outcome calculated={calculated} />
          <AllowanceSteps calculated={calculated} />
        </>
      )}
      <Typography.Text type="secondary">
        <ConfidenceMark confidence={asConfidence(rule.confidence)} words /> {t('a.rule.source')}:{' '}
        {pick(rule.citation)}
      </Typography.Text>
    </>
  );
}

/** The figures of the named unit for inputs nobody filled yet: its output of the same name. */
function withFiguresOf(
  unit: string,
  rule: MarketRule,
  allowance: Allowance,
  inputs: Readonly<Record<string, Given>>,
): Readonly<Record<string, Given>> {
  if (unit === '') return inputs;
  const filled = { ...inputs };
  for (const input of rule.inputs) {
    const given = filled[input.name];
    const own = allowance.candidates.find(
      ({ key, name }) =>
        key.endsWith(`@${unit}`) && input.fits.includes(key) && name.zh.endsWith(input.words.zh),
    );
    if (own && (!given || (given.figure === null && given.value === null))) {
      filled[input.name] = { figure: own.key, value: null, evidence: '' };
    }
  }
  return filled;
}

function RuleNote({ rule }: { rule: MarketRule }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  return (
    <>
      <Space wrap>
        <StateTag tone={rule.status === 'IN_FORCE' ? 'good' : rule.status === 'DRAFT' ? 'due' : 'neutral'}>
          {t(`a.rule.status.${rule.status as 'DRAFT'}`)}
        </StateTag>
        {rule.years.length > 0 && <span>{rule.years.join(', ')}</span>}
        {rule.from !== null && <span>{`${rule.from} – ${rule.to ?? ''}`}</span>}
        {rule.note && <Typography.Text type="secondary">{pick(rule.note)}</Typography.Text>}
      </Space>
      {rule.status === 'DRAFT' && <Alert type="warning" showIcon title={t('a.rule.draft')} />}
      {!rule.suits && <Alert type="warning" showIcon title={t('a.rule.unfit')} />}
    </>
  );
}

interface ObligationFieldProps {
  readonly allowance: Allowance;
  readonly value: AllowanceBody['obligation'];
  readonly onChange: (value: AllowanceBody['obligation']) => void;
}

function ObligationField({ allowance, value, onChange }: ObligationFieldProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  return (
    <div style={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <label htmlFor="a-obligation">{t('a.obligation')}</label>
      <Select
        id="a-obligation"
        value={value}
        onChange={onChange}
        popupMatchSelectWidth={false}
        options={allowance.obligations.map((one) => {
          const words = {
            value: formatQuantity({ value: one.value, unit: one.unit }, locale),
            leftOut: one.leftOut.map(pick).join(', '),
          };
          const plain = one.key === 'DIRECT' && one.leftOut.length === 0;
          return {
            value: one.key,
            label: t(plain ? 'a.obligation.DIRECT.plain' : `a.obligation.${one.key}`, words),
          };
        })}
      />
    </div>
  );
}

interface InputTableProps {
  readonly run: Run;
  readonly rule: MarketRule;
  readonly allowance: Allowance;
  readonly inputs: Readonly<Record<string, Given>>;
  readonly onChange: (name: string, given: Given) => void;
}

const BY_HAND = '';

function InputTable({ run, rule, allowance, inputs, onChange }: InputTableProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const given = (name: string): Given => inputs[name] ?? { figure: null, value: null, evidence: '' };
  const candidate = (key: string | null) => allowance.candidates.find((one) => one.key === key);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="name"
      dataSource={[...rule.inputs]}
      columns={[
        {
          title: t('a.input.name'),
          render: (_, { words, unit }) => `${pick(words)} (${formatUnit(unit, locale)})`,
        },
        {
          title: t('a.input.from'),
          render: (_, input) => (
            <Select
              aria-label={`${pick(input.words)}: ${t('a.input.from')}`}
              style={{ width: 320 }}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              value={given(input.name).figure ?? BY_HAND}
              onChange={(key) =>
                onChange(input.name, { ...given(input.name), figure: key === BY_HAND ? null : key })
              }
              options={[
                { value: BY_HAND, label: t('a.input.entered') },
                ...input.fits.map((key) => {
                  const one = candidate(key);
                  return {
                    value: key,
                    label: one
                      ? `${pick(one.name)}: ${formatExactQuantity({ value: one.value, unit: one.unit }, locale)}`
                      : key,
                  };
                }),
              ]}
            />
          ),
        },
        {
          title: t('a.input.value'),
          align: 'right',
          render: (_, input) => {
            const one = candidate(given(input.name).figure);
            return one ? (
              <Figure
                quantity={{ value: one.value, unit: one.unit }}
                trace={
                  one.figure === null ? null : { enterpriseId, inventoryId: run.id, figureId: one.figure }
                }
              />
            ) : (
              <InputNumber<string>
                aria-label={pick(input.words)}
                stringMode
                value={given(input.name).value}
                onChange={(value) => onChange(input.name, { ...given(input.name), value })}
                style={{ width: 160 }}
              />
            );
          },
        },
        {
          title: t('a.input.evidence'),
          render: (_, input) =>
            given(input.name).figure === null && (
              <Input
                aria-label={`${pick(input.words)}: ${t('a.input.evidence')}`}
                maxLength={500}
                value={given(input.name).evidence}
                onChange={(event) =>
                  onChange(input.name, { ...given(input.name), evidence: event.target.value })
                }
              />
            ),
        },
      ]}
    />
  );
}

function Outcome({ calculated }: { calculated: Calculated }) {
  const t = useText(evaluationTexts);
  const { locale } = useLocale();
  const { allowance, surplus, emissions } = calculated.computed;
  if (allowance === null) return null;
  const tonnes = (value: string) => formatExactQuantity({ value, unit: 'tCO2e' }, locale);
  const gap = surplus?.startsWith('-') ?? false;
  return (
    <Alert
      type={gap && calculated.unit === '' ? 'warning' : 'success'}
      title={`${t('a.allowance')} ${tonnes(allowance)}`}
      description={
        calculated.unit === '' &&
        surplus !== null &&
        `${t('a.emissions')} ${tonnes(emissions)} · ${t(gap ? 'a.gap' : 'a.surplus')} ${tonnes(surplus.replace(/^-/, ''))}`
      }
    />
  );
}
