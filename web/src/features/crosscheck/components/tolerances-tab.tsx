import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Modal, Table, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExact } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { type Tolerance, tolerancesQuery, useChangeTolerance } from '../api/matches';
import { crosscheckTexts } from '../crosscheck-texts';

type Subject = 'FLOW' | 'OUTPUT' | 'STOCK' | 'QUALITY' | 'STATE' | 'CONTRACT';

/** How far ledger and documents may differ: the default with its source, and what the enterprise chose. */
export function TolerancesTab() {
  const t = useText(crosscheckTexts);
  const pick = usePick();
  const may = useMay();
  const { enterpriseId } = useScope();
  const [changing, setChanging] = useState<Tolerance | null>(null);
  const tolerances = useQuery(tolerancesQuery(enterpriseId));
  return (
    <>
      <ProblemAlert error={tolerances.error} onRetry={() => void tolerances.refetch()} />
      {tolerances.isPending && <TableSkeleton />}
      {tolerances.data && (
        <Table<Tolerance>
          size="small"
          pagination={false}
          rowKey="subject"
          scroll={{ x: 'max-content' }}
          dataSource={[...tolerances.data]}
          columns={[
            {
              title: t('tolerance.subject'),
              render: (_, { subject }) => t(`tolerance.${subject as Subject}`),
            },
            {
              title: t('tolerance.percent'),
              align: 'right',
              render: (_, { percent }) => formatExact(percent),
            },
            {
              title: t('tolerance.stated'),
              align: 'right',
              render: (_, { statedPercent }) => formatExact(statedPercent),
            },
            {
              title: t('tolerance.source'),
              render: (_, one) => (
                <div style={{ maxWidth: 480 }}>
                  <ConfidenceMark confidence={asConfidence(one.confidence.toLowerCase())} />{' '}
                  {pick(one.source)}
                  {one.reason !== null && (
                    <div>
                      <Typography.Text type="secondary">
                        {t('tolerance.own', {
                          by: one.changedBy ?? '',
                          at: formatInstant(one.changedAt),
                          reason: one.reason,
                        })}
                      </Typography.Text>
                    </div>
                  )}
                </div>
              ),
            },
            {
              title: '',
              render: (_, one) =>
                may('CROSSCHECK_EDIT') && (
                  <Button type="link" size="small" onClick={() => setChanging(one)}>
                    {t('tolerance.change')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {changing && <ToleranceDialog tolerance={changing} onClose={() => setChanging(null)} />}
    </>
  );
}

function ToleranceDialog({ tolerance, onClose }: { tolerance: Tolerance; onClose: () => void }) {
  const t = useText(crosscheckTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [percent, setPercent] = useState<string | null>(tolerance.percent);
  const [reason, setReason] = useState('');
  const change = useChangeTolerance(enterpriseId);
  return (
    <Modal
      open
      title={t('tolerance.title', { subject: t(`tolerance.${tolerance.subject as Subject}`) })}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: percent === null || reason.trim() === '', loading: change.isPending }}
      onCancel={onClose}
      onOk={() =>
        change.mutate(
          { subject: tolerance.subject, percent: percent ?? tolerance.percent, reason: reason.trim() },
          {
            onSuccess: () => {
              void message.success(t('tolerance.done'));
              onClose();
            },
          },
        )
      }
    >
      <div style={{ display: 'grid', gap: 8 }}>
        <label htmlFor="tolerance-percent">{t('tolerance.percent')}</label>
        <InputNumber<string>
          id="tolerance-percent"
          stringMode
          min="0"
          max="100"
          value={percent}
          onChange={setPercent}
          style={{ width: 160 }}
        />
        <label htmlFor="tolerance-reason">{t('tolerance.reason')}</label>
        <Input.TextArea
          id="tolerance-reason"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemAlert error={change.error} />
      </div>
    </Modal>
  );
}
