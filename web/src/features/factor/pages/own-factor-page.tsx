import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Descriptions, Flex, Space, Typography } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { methodQuery } from '@/shared/api/list-methods';
import { unitsQuery } from '@/shared/api/list-units';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { ApprovalPanel } from '@/shared/approval/approval-panel';
import { ReasonDialog } from '@/shared/approval/reason-dialog';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { VoucherList } from '@/shared/ui/voucher-list';
import { OWN_TABLE, type OwnFactor, ownFactorQuery, retireOwnFactor } from '../api/own-factors';
import { OwnFactorDrawer } from '../components/own-factor-drawer';
import { OwnStateTag, ValidityTag } from '../components/own-factor-tags';
import { UseInPlanDialog } from '../components/use-in-plan-dialog';
import { UsesCard } from '../components/uses-card';
import { factorTexts } from '../factor-texts';

/** One factor of the enterprise, from draft to use. */
export function OwnFactorPage() {
  const { factorId = '' } = useParams();
  const { enterpriseId } = useScope();
  const factor = useQuery(ownFactorQuery(enterpriseId, factorId));
  if (factor.isPending) return <PageSkeleton />;
  if (factor.error) return <ProblemAlert error={factor.error} onRetry={() => void factor.refetch()} />;
  return <Record factor={factor.data} />;
}

type Open = 'change' | 'use' | 'retire' | null;

function Record({ factor }: { readonly factor: OwnFactor }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const may = useMay();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const editable = may('FACTOR_EDIT');
  const changeable = factor.state === 'DRAFT' || factor.state === 'SUBMITTED';
  return (
    <>
      <PageHeader
        title={t('own.title', { number: factor.number, name: pick(factor.name) })}
        purpose={t('own.purpose', { name: factor.enteredBy.name, time: formatInstant(factor.enteredAt) })}
        state={
          <Space size={6}>
            <OwnStateTag state={factor.state} />
            <ValidityTag validity={factor.validity} />
          </Space>
        }
        actions={
          <>
            {editable && (factor.state === 'DRAFT' || factor.state === 'APPROVED') && (
              <Button onClick={() => setOpen('retire')}>{t('own.retire')}</Button>
            )}
            {editable && changeable && <Button onClick={() => setOpen('change')}>{t('own.change')}</Button>}
            {factor.state === 'APPROVED' && may('PARAMETER_EDIT') && (
              <Button type="primary" onClick={() => setOpen('use')}>
                {t('own.use')}
              </Button>
            )}
          </>
        }
      />
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 3fr) minmax(300px, 2fr)',
          gap: 16,
          alignItems: 'start',
        }}
      >
        <Flex vertical gap={16}>
          {factor.retiredReason && (
            <Alert type="info" showIcon title={t('own.retired', { reason: factor.retiredReason })} />
          )}
          <Fields factor={factor} />
          <UsesCard factor={{ table: OWN_TABLE, row: factor.id, column: factor.symbol }} />
        </Flex>
        <ApprovalPanel subjectType="factor" subjectId={factor.id} />
      </div>
      {open === 'change' && <OwnFactorDrawer factor={factor} onClose={close} onSaved={close} />}
      {open === 'use' && <UseInPlanDialog factor={factor} onClose={close} />}
      {open === 'retire' && <RetireDialog factor={factor} onClose={close} />}
    </>
  );
}

function Fields({ factor }: { readonly factor: OwnFactor }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const method = useQuery(methodQuery(factor.method)).data;
  const units = useQuery(unitsQuery(enterpriseId)).data ?? [];
  const source = method?.sources.find(({ key }) => key === factor.source);
  const input = source?.inputs.find(({ key }) => key === factor.symbol);
  const unit = units.find(({ id }) => id === factor.facilityUnitId);
  return (
    <Card size="small">
      <Descriptions
        size="small"
        column={2}
        items={[
          {
            key: 'value',
            label: t('own.value'),
            children: (
              <Typography.Text strong className="th-number">
                {factor.value} {formatUnit(factor.unit, locale)}
              </Typography.Text>
            ),
          },
          { key: 'kind', label: t('own.kind'), children: t(`own.kind.${factor.kind}`) },
          {
            key: 'period',
            label: t('own.period'),
            children: `${factor.validFrom} – ${factor.validTo}`,
          },
          {
            key: 'facility',
            label: t('own.facility'),
            children: unit
              ? locale === 'en' && unit.nameEn
                ? unit.nameEn
                : unit.name
              : t('own.facility.all'),
          },
          { key: 'method', label: t('own.method'), children: method?.number ?? factor.method },
          {
            key: 'symbol',
            label: t('own.symbol'),
            children: `${pick(source?.name) || factor.source}: ${factor.symbol} ${pick(input?.name)}`,
          },
          { key: 'laboratory', label: t('own.laboratory'), children: factor.laboratory || '—' },
          { key: 'report', label: t('own.report'), children: factor.reportNumber || '—' },
          ...(factor.factorSet ? [{ key: 'set', label: t('own.set'), children: factor.factorSet }] : []),
          ...(factor.remark
            ? [{ key: 'remark', label: t('own.remark'), span: 2, children: factor.remark }]
            : []),
        ]}
      />
      <Typography.Text type="secondary">{t('own.file')}</Typography.Text>
      <div style={{ marginTop: 6 }}>
        {factor.report ? (
          <VoucherList enterpriseId={enterpriseId} vouchers={[factor.report]} />
        ) : (
          <Typography.Text>{t('own.file.none')}</Typography.Text>
        )}
      </div>
    </Card>
  );
}

function RetireDialog({ factor, onClose }: { readonly factor: OwnFactor; readonly onClose: () => void }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const retire = useMutation({
    mutationFn: (reason: string) => retireOwnFactor(enterpriseId, factor, reason),
    onSuccess: async () => {
      void message.success(t('own.retire.done'));
      await client.invalidateQueries({ queryKey: ['own-factors', enterpriseId] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t('own.retire')}
      text={t('own.retire.text', { name: pick(factor.name) })}
      label={t('own.retire.reason')}
      required
      danger
      okText={t('own.retire')}
      pending={retire.isPending}
      error={retire.error}
      onOk={(reason) => retire.mutate(reason)}
      onClose={onClose}
    />
  );
}
