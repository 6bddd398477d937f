import { App, Button, Drawer, Input, InputNumber, Radio, Select, Space, Typography } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import {
  type UncertainInput,
  type UncertainInputBody,
  type Uncertainty,
  type UncertainValue,
  useEnterUncertainty,
  useWithdrawUncertainty,
} from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';
import { targetWords } from '../model/uncertain-target';
import { WithdrawButton } from './withdraw-button';

const TARGETS = ['VALUE', 'SYMBOL', 'SOURCE'] as const;
const SENSES = ['STANDARD', 'HALF_WIDTH', 'MAXIMUM_ERROR'] as const;
const SHAPES = ['NORMAL', 'LOGNORMAL', 'UNIFORM', 'TRIANGULAR'] as const;
const SHARED = ['NONE', 'ITEM', 'FACTOR', 'ALL'] as const;
const BASES = ['CALIBRATION', 'ACCURACY_CLASS', 'REPEATED_TESTS', 'LITERATURE', 'EXPERT_JUDGEMENT'] as const;

interface UncertainInputDrawerProps {
  readonly known: Uncertainty;
  /** The value the entry is made for. */
  readonly value: UncertainValue | null;
  /** The entry to change; null for a new one. */
  readonly before: UncertainInput | null;
  readonly onClose: () => void;
}

/** How uncertain values are, in which sense, with its basis. */
export function UncertainInputDrawer({ known, value, before, onClose }: UncertainInputDrawerProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [target, setTarget] = useState<(typeof TARGETS)[number]>('VALUE');
  const [statedAs, setStatedAs] = useState<UncertainInputBody['statedAs']>(before?.statedAs ?? 'HALF_WIDTH');
  const [stated, setStated] = useState<string | null>(before?.stated ?? null);
  const [shape, setShape] = useState<UncertainInputBody['shape']>(before?.shape ?? 'NORMAL');
  const [shared, setShared] = useState<UncertainInputBody['shared']>(
    before?.shared ?? (value?.published ? 'FACTOR' : 'ITEM'),
  );
  const [basis, setBasis] = useState<UncertainInputBody['basis']>(before?.basis ?? 'ACCURACY_CLASS');
  const [evidence, setEvidence] = useState(before?.evidence ?? '');
  const [reason, setReason] = useState('');
  const enter = useEnterUncertainty(enterpriseId);
  const withdraw = useWithdrawUncertainty(enterpriseId);

  const scope = before ?? {
    source: value?.source ?? null,
    item: target === 'VALUE' ? (value?.item ?? null) : null,
    symbol: target === 'SOURCE' ? null : (value?.symbol ?? null),
    published: null,
  };
  const propose = (id: string | undefined) => {
    const proposal = known.proposals.find((one) => one.id === id);
    if (!proposal) return;
    setStatedAs(proposal.statedAs);
    setStated(proposal.percent);
    setBasis(proposal.statedAs === 'MAXIMUM_ERROR' ? 'ACCURACY_CLASS' : 'LITERATURE');
    setEvidence(`${pick(proposal.name)}: ${pick(proposal.source)}`);
  };
  const save = () =>
    enter.mutate(
      {
        before,
        body: {
          method: known.method,
          source: scope.source,
          item: scope.item,
          symbol: scope.symbol,
          published: scope.published,
          shape,
          statedAs,
          stated: stated ?? '',
          shared,
          basis,
          evidence: evidence.trim(),
          reason: reason.trim() === '' ? null : reason.trim(),
        },
      },
      {
        onSuccess: () => {
          void message.success(t('saved'));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t(before ? 'u.form.change' : 'u.form.enter')}
      extra={
        before && (
          <WithdrawButton
            pending={withdraw.isPending}
            error={withdraw.error}
            onWithdraw={(why) =>
              withdraw.mutate(
                { id: before.id, version: before.version, reason: why },
                {
                  onSuccess: () => {
                    void message.success(t('withdraw.done'));
                    onClose();
                  },
                },
              )
            }
          />
        )
      }
      footer={
        <Space>
          <Button
            type="primary"
            disabled={stated === null || evidence.trim() === ''}
            loading={enter.isPending}
            onClick={save}
          >
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Space>
      }
    >
      <div style={{ display: 'grid', gap: 8 }}>
        <ProblemAlert error={enter.error} />
        <span id="u-target">{t('u.form.target')}</span>
        {before || !value ? (
          <strong>{before && targetWords(before, known, pick, t)}</strong>
        ) : (
          <Radio.Group
            aria-labelledby="u-target"
            value={target}
            onChange={(event) => setTarget(event.target.value as (typeof TARGETS)[number])}
            options={TARGETS.map((one) => ({
              value: one,
              label: t(`u.target.${one}`, {
                item: pick(value.itemName),
                source: pick(value.sourceName),
                symbol: pick(value.symbolName),
              }),
            }))}
            style={{ display: 'grid', gap: 4 }}
          />
        )}
        <label htmlFor="u-proposal">{t('u.form.proposal')}</label>
        <Select
          id="u-proposal"
          allowClear
          showSearch={{ optionFilterProp: 'title' }}
          onChange={propose}
          options={known.proposals.map((one) => ({
            value: one.id,
            title: pick(one.name),
            label: (
              <>
                <ConfidenceMark confidence={asConfidence(one.confidence)} /> {pick(one.name)} · {one.percent}{' '}
                %
              </>
            ),
          }))}
        />
        <Typography.Text type="secondary">{t('u.form.proposal.note')}</Typography.Text>
        <label htmlFor="u-sense">{t('u.form.statedAs')}</label>
        <Select
          id="u-sense"
          value={statedAs}
          onChange={setStatedAs}
          options={SENSES.map((one) => ({ value: one, label: t(`u.statedAs.${one}`) }))}
        />
        <label htmlFor="u-stated">{t('u.form.stated')}</label>
        <InputNumber<string>
          id="u-stated"
          stringMode
          min="0"
          max="500"
          value={stated}
          onChange={setStated}
          style={{ width: 160 }}
        />
        <Typography.Text type="secondary">{t(`u.form.converted.${statedAs}`)}</Typography.Text>
        <label htmlFor="u-shape">{t('u.form.shape')}</label>
        <Select
          id="u-shape"
          value={shape}
          onChange={setShape}
          options={SHAPES.map((one) => ({ value: one, label: t(`u.shape.${one}`) }))}
        />
        <label htmlFor="u-shared">{t('u.form.shared')}</label>
        <Select
          id="u-shared"
          value={shared}
          onChange={setShared}
          options={SHARED.map((one) => ({ value: one, label: t(`u.shared.${one}`) }))}
        />
        <label htmlFor="u-basis">{t('u.form.basis')}</label>
        <Select
          id="u-basis"
          value={basis}
          onChange={setBasis}
          options={BASES.map((one) => ({ value: one, label: t(`u.basis.${one}`) }))}
        />
        <label htmlFor="u-evidence">{t('u.form.evidence')}</label>
        <Input.TextArea
          id="u-evidence"
          rows={2}
          maxLength={500}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
        {before && (
          <>
            <label htmlFor="u-reason">{t('reason')}</label>
            <Input
              id="u-reason"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
      </div>
    </Drawer>
  );
}
