import { App, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type FlueGas, useKeepMeasurements, useSetLimit } from '../api/flue-gas';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';
import { monthsOf } from '../model/months-of';

interface LimitDialogProps {
  readonly run: Run;
  readonly flueGas: FlueGas;
  readonly onClose: () => void;
}

/** Which sources the stacks see, and how far measurement and calculation may differ. */
export function FlueGasLimitDialog({ run, flueGas, onClose }: LimitDialogProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [sources, setSources] = useState<string[]>(
    flueGas.sources.filter(({ compared }) => compared).map(({ key }) => key),
  );
  const [percent, setPercent] = useState<string | null>(flueGas.tolerancePercent);
  const [basis, setBasis] = useState(flueGas.basis ?? '');
  const limit = useSetLimit(enterpriseId);
  return (
    <Modal
      open
      title={t('f.limit')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: sources.length === 0 || percent === null || basis.trim() === '',
        loading: limit.isPending,
      }}
      onCancel={onClose}
      onOk={() =>
        limit.mutate(
          { inventoryId: run.id, sources, tolerancePercent: percent ?? '', basis: basis.trim() },
          {
            onSuccess: () => {
              void message.success(t('saved'));
              onClose();
            },
          },
        )
      }
    >
      <div style={{ display: 'grid', gap: 8 }}>
        <label htmlFor="f-sources">{t('f.limit.sources')}</label>
        <Select
          id="f-sources"
          mode="multiple"
          value={sources}
          onChange={setSources}
          options={flueGas.sources.map(({ key, name }) => ({ value: key, label: pick(name) }))}
        />
        <label htmlFor="f-tolerance">{t('f.limit.tolerance')}</label>
        <InputNumber<string>
          id="f-tolerance"
          stringMode
          min="0"
          max="100"
          value={percent}
          onChange={setPercent}
          style={{ width: 160 }}
        />
        <label htmlFor="f-basis">{t('f.limit.basis')}</label>
        <Input.TextArea
          id="f-basis"
          rows={2}
          maxLength={500}
          value={basis}
          onChange={(event) => setBasis(event.target.value)}
        />
        <ProblemAlert error={limit.error} />
      </div>
    </Modal>
  );
}

const FORMS = ['mass', 'flow'] as const;

/** One month of one measuring point. */
export function MeasurementDialog({ run, onClose }: { run: Run; onClose: () => void }) {
  const t = useText(evaluationTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [month, setMonth] = useState(run.period.from);
  const [point, setPoint] = useState('');
  const [form, setForm] = useState<(typeof FORMS)[number]>('mass');
  const [mass, setMass] = useState<AmountDraft>({ value: null, unit: 'tCO2' });
  const [flow, setFlow] = useState<AmountDraft>({ value: null, unit: '10^4 Nm3' });
  const [concentration, setConcentration] = useState<AmountDraft>({ value: null, unit: 'gCO2/Nm3' });
  const [evidence, setEvidence] = useState('');
  const keep = useKeepMeasurements(enterpriseId);
  const complete =
    form === 'mass' ? mass.value !== null : flow.value !== null && concentration.value !== null;
  return (
    <Modal
      open
      title={t('f.enter')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: point.trim() === '' || !complete || evidence.trim() === '',
        loading: keep.isPending,
      }}
      onCancel={onClose}
      onOk={() =>
        keep.mutate(
          {
            inventoryId: run.id,
            months: [
              {
                month,
                point: point.trim(),
                mass: form === 'mass' ? amount(mass) : null,
                flow: form === 'flow' ? amount(flow) : null,
                concentration: form === 'flow' ? amount(concentration) : null,
                evidence: evidence.trim(),
              },
            ],
          },
          {
            onSuccess: () => {
              void message.success(t('saved'));
              onClose();
            },
          },
        )
      }
    >
      <div style={{ display: 'grid', gap: 8 }}>
        <label htmlFor="f-month">{t('f.month')}</label>
        <Select
          id="f-month"
          value={month}
          onChange={setMonth}
          options={monthsOf(run).map((value) => ({ value, label: value }))}
        />
        <label htmlFor="f-point">{t('f.point')}</label>
        <Input id="f-point" maxLength={60} value={point} onChange={(event) => setPoint(event.target.value)} />
        <Segmented
          aria-label={t('f.kind')}
          value={form}
          onChange={setForm}
          options={FORMS.map((value) => ({ value, label: t(`f.kind.${value}`) }))}
        />
        {form === 'mass' ? (
          <AmountField id="f-mass" label={t('f.mass')} value={mass} onChange={setMass} />
        ) : (
          <>
            <AmountField id="f-flow" label={t('f.flow')} value={flow} onChange={setFlow} />
            <AmountField
              id="f-concentration"
              label={t('f.concentration')}
              value={concentration}
              onChange={setConcentration}
            />
          </>
        )}
        <label htmlFor="f-evidence">{t('f.evidence')}</label>
        <Input
          id="f-evidence"
          maxLength={500}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
        <ProblemAlert error={keep.error} />
      </div>
    </Modal>
  );
}

interface AmountDraft {
  readonly value: string | null;
  readonly unit: string;
}

function amount({ value, unit }: AmountDraft) {
  return { value: value ?? '', unit: unit.trim() };
}

interface AmountFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: AmountDraft;
  readonly onChange: (value: AmountDraft) => void;
}

function AmountField({ id, label, value, onChange }: AmountFieldProps) {
  const t = useText(evaluationTexts);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 8 }}>
      <div style={{ display: 'grid', gap: 4 }}>
        <label htmlFor={id}>{label}</label>
        <InputNumber<string>
          id={id}
          stringMode
          min="0"
          value={value.value}
          onChange={(next) => onChange({ ...value, value: next })}
          style={{ width: '100%' }}
        />
      </div>
      <div style={{ display: 'grid', gap: 4 }}>
        <label htmlFor={`${id}-unit`}>{t('f.unit')}</label>
        <Input
          id={`${id}-unit`}
          maxLength={40}
          value={value.unit}
          onChange={(event) => onChange({ ...value, unit: event.target.value })}
        />
      </div>
    </div>
  );
}
