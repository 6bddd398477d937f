import { CloudOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Card, Space, Table, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExact, formatExactQuantity } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import {
  type FlueGas,
  type FlueGasMeasurement,
  flueGasQuery,
  useBringMeasurements,
  useWithdrawMeasurement,
} from '../api/flue-gas';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';
import { FlueGasChart } from './flue-gas-chart';
import { FlueGasLimitDialog, MeasurementDialog } from './flue-gas-dialogs';
import { FlueGasMonths } from './flue-gas-months';
import { WithdrawButton } from './withdraw-button';

/** On-line flue-gas measurement beside the calculated emissions, month by month (6.3.3-c). */
export function FlueGasTab({ run }: { run: Run }) {
  const { enterpriseId } = useScope();
  const [dialog, setDialog] = useState<'limit' | 'measurement' | null>(null);
  const query = useQuery(flueGasQuery(enterpriseId, run.id));
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const flueGas = query.data;
  const measured = flueGas.months.filter((month) => month.measured !== null);
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <LimitCard flueGas={flueGas} onSet={() => setDialog('limit')} />
      {measured.length > 0 && (
        <Card>
          <FlueGasChart run={run} months={flueGas.months} />
          <FlueGasMonths run={run} months={flueGas.months} />
        </Card>
      )}
      <Measurements run={run} flueGas={flueGas} onEnter={() => setDialog('measurement')} />
      {dialog === 'limit' && (
        <FlueGasLimitDialog run={run} flueGas={flueGas} onClose={() => setDialog(null)} />
      )}
      {dialog === 'measurement' && <MeasurementDialog run={run} onClose={() => setDialog(null)} />}
    </div>
  );
}

function LimitCard({ flueGas, onSet }: { flueGas: FlueGas; onSet: () => void }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const { tolerancePercent, basis, sources } = flueGas;
  const set = may('EVALUATION_EDIT') && (
    <Button {...(tolerancePercent === null ? { type: 'primary' as const } : {})} onClick={onSet}>
      {t(tolerancePercent === null ? 'f.limit.set' : 'f.limit.change')}
    </Button>
  );
  return (
    <Card title={t('f.limit')} extra={tolerancePercent !== null && set}>
      {tolerancePercent === null ? (
        <EmptyState
          icon={<CloudOutlined />}
          title={t('f.limit.none.title')}
          text={t('f.limit.none.text')}
          clause="6.3.3-c"
          action={set}
        />
      ) : (
        t('f.limit.line', {
          sources: sources
            .filter(({ compared }) => compared)
            .map(({ name }) => pick(name))
            .join(', '),
          percent: formatExact(tolerancePercent),
          basis: basis ?? '',
        })
      )}
    </Card>
  );
}

interface MeasurementsProps {
  readonly run: Run;
  readonly flueGas: FlueGas;
  readonly onEnter: () => void;
}

function Measurements({ run, flueGas, onEnter }: MeasurementsProps) {
  const t = useText(evaluationTexts);
  const may = useMay();
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const bring = useBringMeasurements(enterpriseId, run.id);
  const withdraw = useWithdrawMeasurement(enterpriseId);
  return (
    <Card
      title={t('f.measurements')}
      extra={
        may('EVALUATION_EDIT') && (
          <Space>
            <Upload
              accept=".csv"
              showUploadList={false}
              beforeUpload={(file) => {
                bring.mutate(file, { onSuccess: () => void message.success(t('f.file.done')) });
                return false;
              }}
            >
              <Button loading={bring.isPending}>{t('f.file')}</Button>
            </Upload>
            <Button onClick={onEnter}>{t('f.enter')}</Button>
          </Space>
        )
      }
    >
      <ProblemAlert error={bring.error} />
      <Typography.Paragraph type="secondary">{t('f.file.hint')}</Typography.Paragraph>
      {flueGas.measurements.length > 0 && (
        <Table<FlueGasMeasurement>
          size="small"
          pagination={{ pageSize: 24, hideOnSinglePage: true, showSizeChanger: false }}
          rowKey="id"
          dataSource={[...flueGas.measurements].sort(
            (a, b) => a.month.localeCompare(b.month) || a.point.localeCompare(b.point),
          )}
          columns={[
            { title: t('f.month'), dataIndex: 'month' },
            { title: t('f.point'), dataIndex: 'point' },
            {
              title: t('f.measured'),
              align: 'right',
              render: (_, { flow, concentration, mass }) => (
                <span className="th-number">
                  {mass !== null
                    ? formatExactQuantity(mass, locale)
                    : `${formatExactQuantity(flow, locale)} × ${formatExactQuantity(concentration, locale)}`}
                </span>
              ),
            },
            {
              title: t('f.tonnes'),
              align: 'right',
              render: (_, { tonnes }) => (
                <span className="th-number">
                  {formatExactQuantity({ value: tonnes, unit: 'tCO2' }, locale)}
                </span>
              ),
            },
            { title: t('f.evidence'), dataIndex: 'evidence' },
            {
              title: t('by'),
              render: (_, { enteredBy, enteredAt }) => (
                <Typography.Text type="secondary">
                  {t('by.line', { by: enteredBy, at: formatInstant(enteredAt) })}
                </Typography.Text>
              ),
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
    </Card>
  );
}
