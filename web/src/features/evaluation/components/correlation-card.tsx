import { App, Button, Card, Input, InputNumber, Modal, Select, Table, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExact } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type Correlation, type Uncertainty, useCorrelate, useWithdrawCorrelation } from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';
import { targetWords } from '../model/uncertain-target';
import { WithdrawButton } from './withdraw-button';

/** Which errors go together, beyond those that are one and the same. */
export function CorrelationCard({ known }: { known: Uncertainty }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [adding, setAdding] = useState(false);
  const withdraw = useWithdrawCorrelation(enterpriseId);
  const name = (id: string) => {
    const input = known.inputs.find((one) => one.id === id);
    return input ? targetWords(input, known, pick, t) : id;
  };
  return (
    <Card
      title={t('u.correlations')}
      extra={
        may('EVALUATION_EDIT') && (
          <Button size="small" disabled={known.inputs.length < 2} onClick={() => setAdding(true)}>
            {t('u.correlations.add')}
          </Button>
        )
      }
    >
      {known.correlations.length === 0 ? (
        <Typography.Text type="secondary">{t('u.correlations.none')}</Typography.Text>
      ) : (
        <Table<Correlation>
          size="small"
          pagination={false}
          rowKey="id"
          dataSource={[...known.correlations]}
          columns={[
            {
              title: t('u.correlations'),
              render: (_, { input, other }) =>
                t('u.correlation.pair', { one: name(input), other: name(other) }),
            },
            {
              title: t('u.correlation.coefficient'),
              align: 'right',
              render: (_, { coefficient }) => <span className="th-number">{formatExact(coefficient)}</span>,
            },
            { title: t('u.correlation.evidence'), dataIndex: 'evidence' },
            {
              title: t('by'),
              render: (_, { enteredBy, enteredAt }) =>
                t('by.line', { by: enteredBy, at: formatInstant(enteredAt) }),
            },
            {
              title: '',
              render: (_, { id, version }) =>
                may('EVALUATION_EDIT') && (
                  <WithdrawButton
                    pending={withdraw.isPending}
                    error={withdraw.error}
                    onWithdraw={(reason) =>
                      withdraw.mutate(
                        { id, version, reason },
                        { onSuccess: () => void message.success(t('withdraw.done')) },
                      )
                    }
                  />
                ),
            },
          ]}
        />
      )}
      {adding && <CorrelationDialog known={known} name={name} onClose={() => setAdding(false)} />}
    </Card>
  );
}

interface CorrelationDialogProps {
  readonly known: Uncertainty;
  readonly name: (id: string) => string;
  readonly onClose: () => void;
}

function CorrelationDialog({ known, name, onClose }: CorrelationDialogProps) {
  const t = useText(evaluationTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [input, setInput] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [coefficient, setCoefficient] = useState<string | null>(null);
  const [evidence, setEvidence] = useState('');
  const correlate = useCorrelate(enterpriseId);
  const options = known.inputs.map(({ id }) => ({ value: id, label: name(id) }));
  return (
    <Modal
      open
      title={t('u.correlations.add')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: input === null || other === null || coefficient === null || evidence.trim() === '',
        loading: correlate.isPending,
      }}
      onCancel={onClose}
      onOk={() =>
        correlate.mutate(
          {
            method: known.method,
            input: input ?? '',
            other: other ?? '',
            coefficient: coefficient ?? '',
            evidence: evidence.trim(),
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
        <label htmlFor="correlation-one">{t('u.correlation.one')}</label>
        <Select id="correlation-one" value={input} onChange={setInput} options={options} />
        <label htmlFor="correlation-other">{t('u.correlation.other')}</label>
        <Select
          id="correlation-other"
          value={other}
          onChange={setOther}
          options={options.filter(({ value }) => value !== input)}
        />
        <label htmlFor="correlation-coefficient">{t('u.correlation.coefficient')}</label>
        <InputNumber<string>
          id="correlation-coefficient"
          stringMode
          min="-1"
          max="1"
          step="0.1"
          value={coefficient}
          onChange={setCoefficient}
          style={{ width: 160 }}
        />
        <label htmlFor="correlation-evidence">{t('u.correlation.evidence')}</label>
        <Input.TextArea
          id="correlation-evidence"
          rows={2}
          maxLength={500}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
        <ProblemAlert error={correlate.error} />
      </div>
    </Modal>
  );
}
