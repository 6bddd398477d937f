import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useMemo } from 'react';
import { type Factor } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { parameterName } from '@/shared/api/parameter-name';
import { formatExactQuantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type OwnFactor, OWN_TABLE } from '../api/method-plans';
import { methodPlanTexts } from '../method-plan-texts';
import { constantUnits, fittingFactors, fittingParameters, type PlanInput } from '../model/input-offer';
import {
  BINDING_KINDS,
  type BindingDraft,
  type BindingKind,
  factorId,
  type TermDraft,
} from '../model/plan-form';

/** What a binding can be made of. */
export interface BindingSources {
  readonly parameters: readonly Parameter[];
  readonly factors: readonly Factor[];
  readonly ownFactors: readonly OwnFactor[];
}

interface BindingFieldProps extends BindingSources {
  readonly input: PlanInput;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: BindingDraft;
  readonly onChange?: (value: BindingDraft | undefined) => void;
}

/** Where one input takes its value from: first the kind, then what that kind needs. */
export function BindingField({ input, id, value, onChange, ...sources }: BindingFieldProps) {
  const t = useText(methodPlanTexts);
  const start = (kind: BindingKind | undefined): BindingDraft | undefined => {
    if (!kind) return undefined;
    if (kind === 'COMBINATION')
      return { kind, terms: [{ sign: '+', parameterId: value?.parameterId }, { sign: '+' }] };
    if (kind === 'CONSTANT') return { kind, unit: input.units[0] };
    return { kind, parameterId: kind === 'PARAMETER' ? value?.parameterId : undefined };
  };
  const set = (change: Partial<BindingDraft>) => value && onChange?.({ ...value, ...change });
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '140px minmax(0, 1fr)', gap: 8 }}>
      <Select<BindingKind>
        allowClear
        {...(id ? { id } : {})}
        aria-label={t('binding.kindOf', { symbol: input.key })}
        value={value?.kind ?? null}
        placeholder={t(input.hasDefault ? 'binding.default' : 'binding.none')}
        options={BINDING_KINDS.map((kind) => ({ value: kind, label: t(`binding.kind.${kind}`) }))}
        onChange={(kind) => onChange?.(start(kind))}
      />
      {(value?.kind === 'PARAMETER' || value?.kind === 'OPENING') && (
        <ParameterSelect
          input={input}
          parameters={sources.parameters}
          use={value.kind === 'OPENING' ? 'OPENING' : 'MONTH'}
          value={value.parameterId}
          onChange={(parameterId) => set({ parameterId })}
        />
      )}
      {value?.kind === 'COMBINATION' && (
        <TermsEditor
          input={input}
          parameters={sources.parameters}
          terms={value.terms ?? []}
          onChange={(terms) => set({ terms })}
        />
      )}
      {value?.kind === 'CONSTANT' && (
        <ConstantEditor input={input} parameters={sources.parameters} value={value} onChange={set} />
      )}
      {value?.kind === 'FACTOR' && (
        <FactorSelect
          input={input}
          factors={sources.factors}
          ownFactors={sources.ownFactors}
          value={value.factor}
          onChange={(factor) => set({ factor })}
        />
      )}
    </div>
  );
}

interface ParameterSelectProps {
  readonly input: PlanInput;
  readonly parameters: readonly Parameter[];
  readonly use: 'MONTH' | 'OPENING';
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function ParameterSelect({ input, parameters, use, value, onChange }: ParameterSelectProps) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const fitting = fittingParameters(input, parameters, use);
  const chosen = parameters.find(({ id }) => id === value);
  const offered = chosen && !fitting.includes(chosen) ? [chosen, ...fitting] : fitting;
  return (
    <Select
      allowClear
      aria-label={t('binding.parameterOf', { symbol: input.key })}
      showSearch={{ optionFilterProp: 'search' }}
      placeholder={t(fitting.length > 0 ? 'binding.choose' : 'binding.nothingFits')}
      notFoundContent={t('binding.nothingFits')}
      value={value ?? null}
      {...(chosen && !fitting.includes(chosen) ? { status: 'error' as const } : {})}
      options={offered.map((one) => ({
        value: one.id,
        label: `${parameterName(one, locale)} (${formatUnit(one.unitAsWritten, locale)})`,
        search: `${parameterName(one, 'zh-CN')} ${parameterName(one, 'en')} ${one.sheet} ${one.labels.join(' ')}`,
      }))}
      onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
    />
  );
}

interface TermsEditorProps {
  readonly input: PlanInput;
  readonly parameters: readonly Parameter[];
  readonly terms: readonly TermDraft[];
  readonly onChange: (terms: readonly TermDraft[]) => void;
}

function TermsEditor({ input, parameters, terms, onChange }: TermsEditorProps) {
  const t = useText(methodPlanTexts);
  const change = (index: number, term: TermDraft) => onChange(terms.with(index, term));
  return (
    <div style={{ display: 'grid', gap: 4 }}>
      {terms.map((term, index) => (
        <div key={index} style={{ display: 'grid', gridTemplateColumns: '56px minmax(0, 1fr) 32px', gap: 4 }}>
          <Select<'+' | '-'>
            aria-label={t('binding.sign')}
            value={term.sign}
            options={[
              { value: '+', label: '+' },
              { value: '-', label: '−' },
            ]}
            onChange={(sign) => change(index, { ...term, sign })}
          />
          <ParameterSelect
            input={input}
            parameters={parameters}
            use="MONTH"
            value={term.parameterId}
            onChange={(parameterId) => change(index, { ...term, parameterId })}
          />
          <Button
            type="text"
            aria-label={t('binding.removeTerm')}
            icon={<DeleteOutlined />}
            disabled={terms.length === 1}
            onClick={() => onChange(terms.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange([...terms, { sign: '+' }])}
      >
        {t('binding.addTerm')}
      </Button>
    </div>
  );
}

interface ConstantEditorProps {
  readonly input: PlanInput;
  readonly parameters: readonly Parameter[];
  readonly value: BindingDraft;
  readonly onChange: (change: Partial<BindingDraft>) => void;
}

function ConstantEditor({ input, parameters, value, onChange }: ConstantEditorProps) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const units = constantUnits(input, parameters);
  const offered = value.unit && !units.includes(value.unit) ? [value.unit, ...units] : units;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
      <Input
        aria-label={t('binding.value')}
        placeholder={t('binding.value')}
        inputMode="decimal"
        value={value.value}
        onChange={(event) => onChange({ value: event.target.value })}
      />
      <Select
        aria-label={t('binding.unit')}
        placeholder={t('binding.unit')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value.unit ?? null}
        options={offered.map((unit) => ({ value: unit, label: formatUnit(unit, locale) }))}
        onChange={(unit: string) => onChange({ unit })}
      />
      <Input
        aria-label={t('binding.basis.zh')}
        placeholder={t('binding.basis.zh')}
        maxLength={200}
        value={value.zh}
        onChange={(event) => onChange({ zh: event.target.value })}
      />
      <Input
        aria-label={t('binding.basis.en')}
        placeholder={t('binding.basis.en')}
        maxLength={200}
        value={value.en}
        onChange={(event) => onChange({ en: event.target.value })}
      />
    </div>
  );
}

interface FactorSelectProps {
  readonly input: PlanInput;
  readonly factors: readonly Factor[];
  readonly ownFactors: readonly OwnFactor[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Published values that fit, and the enterprise's own ones for this input. */
function FactorSelect({ input, factors, ownFactors, value, onChange }: FactorSelectProps) {
  const t = useText(methodPlanTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const published = useMemo(
    () =>
      fittingFactors(input, factors).map((factor) => ({
        value: factorId(factor),
        label: `${pick(factor.name)} · ${pick(factor.columnName)} ${formatExactQuantity(factor.value, locale)} · ${pick(factor.tableTitle)}`,
        search: `${factor.name.zh} ${factor.name.en} ${factor.tableTitle.zh} ${factor.tableTitle.en} ${factor.value.value}`,
      })),
    [input, factors, pick, locale],
  );
  const own = ownFactors
    .filter(({ symbol }) => symbol === input.key)
    .map((factor) => ({
      value: factorId({ table: OWN_TABLE, row: factor.id, column: factor.symbol }),
      label: `${pick(factor.name)} · ${formatExactQuantity(factor, locale)}`,
      search: `${factor.name.zh} ${factor.name.en}`,
    }));
  return (
    <Select
      allowClear
      aria-label={t('binding.factorOf', { symbol: input.key })}
      placeholder={t(published.length + own.length > 0 ? 'binding.chooseFactor' : 'binding.nothingFits')}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={560}
      value={value ?? null}
      options={[
        ...(own.length > 0 ? [{ label: t('binding.ownFactors'), options: own }] : []),
        { label: t('binding.publishedFactors'), options: published },
      ]}
      onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
    />
  );
}
