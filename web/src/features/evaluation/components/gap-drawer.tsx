import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Input, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type DataGap, type DataGapBody, type FoundGap, useRecordGap } from '../api/data-gaps';
import { type Run } from '@/shared/api/runs';
import { uncertaintyQuery } from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';
import { monthsOf } from '../model/months-of';

const WAYS = [
  'METHOD_DEFAULT',
  'CONSERVATIVE_VALUE',
  'CONTROL_PLAN',
  'NEIGHBOURING_PERIODS',
  'BALANCE',
  'OTHER_METER',
  'OTHER',
] as const;

/** A record to change, or the finding a new one is made for. */
export interface GapDraft {
  readonly before: DataGap | null;
  readonly found: FoundGap | null;
}

interface GapDrawerProps {
  readonly run: Run;
  readonly draft: GapDraft;
  readonly onClose: () => void;
}

/** What was missing, in which months, why, and what the standard allows in its place. */
export function GapDrawer({ run, draft: { before, found }, onClose }: GapDrawerProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const known = useQuery(uncertaintyQuery(enterpriseId, run.id));
  const values = known.data?.values ?? [];
  const [source, setSource] = useState(before?.source ?? found?.source ?? null);
  const [item, setItem] = useState(before?.item ?? found?.item ?? null);
  const [symbol, setSymbol] = useState(before?.symbol ?? null);
  const [from, setFrom] = useState(before?.from ?? found?.open[0] ?? run.period.from);
  const [to, setTo] = useState(before?.to ?? found?.open.at(-1) ?? run.period.from);
  const [cause, setCause] = useState(before?.cause ?? '');
  const [way, setWay] = useState<DataGapBody['way']>(before?.way ?? proposedWay(found));
  const [basis, setBasis] = useState(before?.basis ?? (found ? pick(found.name) : ''));
  const [value, setValue] = useState<string | null>(before?.value ?? null);
  const [unit, setUnit] = useState(before?.unit ?? '');
  const record = useRecordGap(enterpriseId);
  const months = monthsOf(run).map((month) => ({ value: month, label: month }));
  const fixed = before !== null;
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t(before ? 'g.change' : 'g.add')}
      footer={
        <Space>
          <Button
            type="primary"
            loading={record.isPending}
            disabled={!source || !item || cause.trim() === '' || basis.trim() === ''}
            onClick={() =>
              record.mutate(
                {
                  before,
                  body: {
                    inventoryId: run.id,
                    source: source ?? '',
                    item: item ?? '',
                    symbol,
                    from,
                    to,
                    cause: cause.trim(),
                    way,
                    basis: basis.trim(),
                    value,
                    unit: unit.trim() === '' ? null : unit.trim(),
                  },
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
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Space>
      }
    >
      <div style={{ display: 'grid', gap: 8 }}>
        <ProblemAlert error={record.error ?? known.error} />
        <label htmlFor="g-source">{t('g.source')}</label>
        <Select
          id="g-source"
          disabled={fixed}
          loading={known.isPending}
          value={source}
          onChange={(key) => {
            setSource(key);
            setItem(null);
            setSymbol(null);
          }}
          options={[...new Map(values.map((one) => [one.source, pick(one.sourceName)]))].map(
            ([key, label]) => ({ value: key, label }),
          )}
        />
        <label htmlFor="g-item">{t('g.item')}</label>
        <Select
          id="g-item"
          disabled={fixed}
          value={item}
          onChange={(key) => {
            setItem(key);
            setSymbol(null);
          }}
          options={[
            ...new Map(
              values.filter((one) => one.source === source).map((one) => [one.item, pick(one.itemName)]),
            ),
          ].map(([key, label]) => ({ value: key, label }))}
        />
        <label htmlFor="g-symbol">{t('g.symbol')}</label>
        <Select
          id="g-symbol"
          allowClear
          disabled={fixed}
          value={symbol}
          onChange={(key: string | undefined) => setSymbol(key ?? null)}
          options={[
            ...new Map(
              values
                .filter((one) => one.source === source && one.item === item)
                .map((one) => [one.symbol, pick(one.symbolName)]),
            ),
          ].map(([key, label]) => ({ value: key, label }))}
        />
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="g-from">{t('g.from')}</label>
            <Select id="g-from" disabled={fixed} value={from} onChange={setFrom} options={months} />
          </div>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="g-to">{t('g.to')}</label>
            <Select id="g-to" disabled={fixed} value={to} onChange={setTo} options={months} />
          </div>
        </div>
        <label htmlFor="g-cause">{t('g.cause')}</label>
        <Input.TextArea
          id="g-cause"
          rows={2}
          maxLength={500}
          value={cause}
          onChange={(event) => setCause(event.target.value)}
        />
        <label htmlFor="g-way">{t('g.way')}</label>
        <Select
          id="g-way"
          value={way}
          onChange={setWay}
          options={WAYS.map((one) => ({ value: one, label: t(`g.way.${one}`) }))}
        />
        <label htmlFor="g-basis">{t('g.basis')}</label>
        <Input.TextArea
          id="g-basis"
          rows={2}
          maxLength={500}
          value={basis}
          onChange={(event) => setBasis(event.target.value)}
        />
        <div style={{ display: 'grid', gridTemplateColumns: '2fr 1fr', gap: 8 }}>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="g-value">{t('g.value')}</label>
            <InputNumber<string>
              id="g-value"
              stringMode
              value={value}
              onChange={setValue}
              style={{ width: '100%' }}
            />
          </div>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="g-unit">{t('g.unit')}</label>
            <Input
              id="g-unit"
              maxLength={40}
              value={unit}
              onChange={(event) => setUnit(event.target.value)}
            />
          </div>
        </div>
      </div>
    </Drawer>
  );
}

function proposedWay(found: FoundGap | null): DataGapBody['way'] {
  return found === null || found.code === 'replaced-missing' ? 'CONTROL_PLAN' : 'CONSERVATIVE_VALUE';
}
