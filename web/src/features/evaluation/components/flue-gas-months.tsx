import { App, Button, Input, Modal, Space, Table, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatPlaces } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag, type StateTone } from '@/shared/ui/state-tag';
import { type FlueGasMonth, useAcceptMonth, useExplainMonth } from '../api/flue-gas';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';

type State = 'none' | 'within' | 'outside' | 'explained' | 'accepted';

const TONES: Readonly<Record<State, StateTone>> = {
  none: 'neutral',
  within: 'good',
  outside: 'bad',
  explained: 'due',
  accepted: 'good',
};

function stateOf({ measured, within, explanation }: FlueGasMonth): State {
  if (measured === null) return 'none';
  if (explanation) return explanation.accepted ? 'accepted' : 'explained';
  return within ? 'within' : 'outside';
}

/** Each month's difference with its explanation and acceptance. */
export function FlueGasMonths({ run, months }: { run: Run; months: readonly FlueGasMonth[] }) {
  const t = useText(evaluationTexts);
  const may = useMay();
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [explaining, setExplaining] = useState<string | null>(null);
  const accept = useAcceptMonth(enterpriseId);
  const unit = formatUnit('tCO2', locale);
  const cell = (value: string | null) => (
    <Figure quantity={value === null ? null : { value, unit: 'tCO2' }} unit="hidden" />
  );
  return (
    <>
      <ProblemAlert error={accept.error} />
      <Table<FlueGasMonth>
        size="small"
        pagination={false}
        style={{ marginTop: 12 }}
        scroll={{ x: 'max-content' }}
        rowKey="month"
        dataSource={[...months]}
        columns={[
          { title: t('f.month'), dataIndex: 'month' },
          {
            title: `${t('f.calculated')} (${unit})`,
            align: 'right',
            render: (_, { calculated }) => cell(calculated),
          },
          {
            title: `${t('f.measured')} (${unit})`,
            align: 'right',
            render: (_, { measured }) => cell(measured),
          },
          {
            title: `${t('f.difference')} (${unit})`,
            align: 'right',
            render: (_, { difference }) => cell(difference),
          },
          {
            title: `${t('f.percent')} (%)`,
            align: 'right',
            render: (_, { differencePercent }) => (
              <span className="th-number">
                {differencePercent === null ? '—' : formatPlaces(differencePercent, 2)}
              </span>
            ),
          },
          {
            title: t('f.state'),
            render: (_, month) => (
              <div style={{ maxWidth: 320, whiteSpace: 'normal' }}>
                <StateTag tone={TONES[stateOf(month)]}>{t(`f.state.${stateOf(month)}`)}</StateTag>
                {month.explanation && (
                  <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
                    {t(month.explanation.accepted ? 'f.explanation.accepted' : 'f.explanation', {
                      words: month.explanation.words,
                      by: month.explanation.by,
                      acceptedBy: month.explanation.acceptedBy ?? '',
                    })}
                  </Typography.Text>
                )}
              </div>
            ),
          },
          {
            title: '',
            render: (_, month) => (
              <Space size={0}>
                {may('EVALUATION_EDIT') && month.measured !== null && stateOf(month) !== 'within' && (
                  <Button type="link" size="small" onClick={() => setExplaining(month.month)}>
                    {t('f.explain')}
                  </Button>
                )}
                {may('EVALUATION_ACCEPT') && stateOf(month) === 'explained' && (
                  <Button
                    type="link"
                    size="small"
                    loading={accept.isPending && accept.variables.month === month.month}
                    onClick={() =>
                      accept.mutate(
                        { inventoryId: run.id, month: month.month },
                        { onSuccess: () => void message.success(t('f.accepted')) },
                      )
                    }
                  >
                    {t('f.accept')}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      {explaining !== null && (
        <ExplainDialog run={run} month={explaining} onClose={() => setExplaining(null)} />
      )}
    </>
  );
}

function ExplainDialog({ run, month, onClose }: { run: Run; month: string; onClose: () => void }) {
  const t = useText(evaluationTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [words, setWords] = useState('');
  const explain = useExplainMonth(enterpriseId);
  return (
    <Modal
      open
      title={t('f.explain.title', { month })}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: words.trim() === '', loading: explain.isPending }}
      onCancel={onClose}
      onOk={() =>
        explain.mutate(
          { inventoryId: run.id, month, words: words.trim() },
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
        <label htmlFor="f-words">{t('f.explain.label')}</label>
        <Input.TextArea
          id="f-words"
          rows={3}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ProblemAlert error={explain.error} />
      </div>
    </Modal>
  );
}
