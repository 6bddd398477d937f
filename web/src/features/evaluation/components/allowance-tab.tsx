import { AuditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Card, Table, Typography } from 'antd';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { compareDecimal } from '@/shared/format/decimal';
import { formatExactQuantity, formatPlaces } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type Allowance, allowanceQuery, type Assessment, useWithdrawAssessment } from '../api/allowance';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';
import { AllowanceBalance } from './allowance-balance';
import { AllowanceForm } from './allowance-form';
import { AllowanceSteps } from './allowance-steps';
import { WithdrawButton } from './withdraw-button';

/** The result against the allowance: balance, saved assessments, and the form to compute by a rule (6.3.3-b). */
export function AllowanceTab({ run }: { run: Run }) {
  const t = useText(evaluationTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const allowance = useQuery(allowanceQuery(enterpriseId, run.id));
  if (allowance.isPending) return <PageSkeleton />;
  if (!allowance.data) {
    return <ProblemAlert error={allowance.error} onRetry={() => void allowance.refetch()} />;
  }
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card title={t('a.balance')}>
        {allowance.data.balances.length === 0 ? (
          <EmptyState
            icon={<AuditOutlined />}
            title={t('a.balance.none.title')}
            text={t('a.balance.none.text')}
            clause="6.3.3-b"
          />
        ) : (
          <div style={{ display: 'grid', gap: 24 }}>
            {allowance.data.balances.map((balance) => (
              <AllowanceBalance
                key={`${balance.rule} ${balance.obligation}`}
                balance={balance}
                rule={allowance.data.rules.find(({ id }) => id === balance.rule)}
              />
            ))}
          </div>
        )}
      </Card>
      {allowance.data.assessments.length > 0 && <Assessments allowance={allowance.data} />}
      {may('EVALUATION_EDIT') && <AllowanceForm run={run} allowance={allowance.data} />}
    </div>
  );
}

function Assessments({ allowance }: { allowance: Allowance }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const withdraw = useWithdrawAssessment(enterpriseId);
  const titleOf = (rule: string) => {
    const known = allowance.rules.find(({ id }) => id === rule);
    return known ? pick(known.title) : rule;
  };
  const tonnes = (value: string | null) =>
    value === null ? '—' : formatExactQuantity({ value, unit: 'tCO2e' }, locale);
  return (
    <Card title={t('a.assessments')} styles={{ body: { padding: 0 } }}>
      <Table<Assessment>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={[...allowance.assessments]}
        expandable={{ expandedRowRender: ({ content }) => <AllowanceSteps calculated={content} /> }}
        columns={[
          {
            title: t('a.rule'),
            render: (_, { content, upToDate }) => (
              <div style={{ maxWidth: 360 }}>
                {titleOf(content.rule)} {!upToDate && <StateTag tone="due">{t('a.outdated')}</StateTag>}
              </div>
            ),
          },
          {
            title: t('a.unit'),
            render: (_, { content }) => content.unit || t('a.enterprise'),
          },
          {
            title: t('a.allowance'),
            align: 'right',
            render: (_, { content }) => tonnes(content.computed.allowance),
          },
          {
            title: t('a.surplus'),
            align: 'right',
            render: (_, { content: { computed, unit } }) =>
              computed.surplus === null || unit !== '' ? (
                '—'
              ) : (
                <>
                  {compareDecimal(computed.surplus, '0') > 0 ? '+' : ''}
                  {tonnes(computed.surplus)}
                  {computed.surplusPercent !== null && ` (${formatPlaces(computed.surplusPercent, 2)} %)`}
                </>
              ),
          },
          {
            title: t('by'),
            render: (_, { assessedBy, assessedAt }) => (
              <Typography.Text type="secondary">
                {t('by.line', { by: assessedBy, at: formatInstant(assessedAt) })}
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
    </Card>
  );
}
