import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { problemText } from '@/shared/ui/problem-text';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { definitionsQuery } from '../api/definitions';
import { type Delegation, delegationsQuery, revokeDelegation } from '../api/delegations';
import { DelegateDialog } from '../components/delegate-dialog';

type State = 'valid' | 'later' | 'ended' | 'revoked';

function stateOf({ revokedAt, validFrom, validTo }: Delegation, now: Date): State {
  if (revokedAt) return 'revoked';
  if (new Date(validTo) <= now) return 'ended';
  return new Date(validFrom) > now ? 'later' : 'valid';
}

const TONES = { valid: 'good', later: 'progress', ended: 'neutral', revoked: 'bad' } as const;

/** Who may sign for whom, and when. */
export function DelegationsPage() {
  const t = useText(approvalTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const delegations = useQuery(delegationsQuery(enterpriseId));
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  if (delegations.isPending) return <PageSkeleton />;
  return (
    <>
      <PageHeader
        title={t('delegation.title')}
        purpose={t('delegation.purpose')}
        actions={
          may('APPROVAL_ACT') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('delegation.add')}
            </Button>
          )
        }
      />
      <ProblemAlert error={delegations.error} onRetry={() => void delegations.refetch()} />
      {delegations.data && (
        <DataTable
          label={t('delegation.title')}
          fileName="delegations"
          rows={delegations.data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('delegation.empty')} text={t('delegation.purpose')} />}
        />
      )}
      {adding && <DelegateDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function useColumns(): readonly DataColumn<Delegation>[] {
  const t = useText(approvalTexts);
  const pick = usePick();
  const { enterpriseId } = useScope();
  const definitions = useQuery(definitionsQuery(enterpriseId));
  const typeName = (type: string | null | undefined) =>
    type
      ? pick(definitions.data?.find(({ subjectType }) => subjectType === type)?.content.title) || type
      : t('delegation.type.all');
  const state = (row: Delegation) => stateOf(row, new Date());
  return [
    { key: 'from', title: t('delegation.from'), text: ({ from }) => from.name },
    { key: 'to', title: t('delegation.to'), text: ({ to }) => to.name },
    { key: 'type', title: t('delegation.type'), text: ({ subjectType }) => typeName(subjectType) },
    {
      key: 'period',
      title: t('delegation.period'),
      text: ({ validFrom, validTo }) => `${formatInstant(validFrom)} – ${formatInstant(validTo)}`,
    },
    { key: 'reason', title: t('delegation.reason'), text: ({ reason }) => reason },
    {
      key: 'state',
      title: t('delegation.state'),
      text: (row) => t(`delegation.state.${state(row)}`),
      render: (row) => <StateTag tone={TONES[state(row)]}>{t(`delegation.state.${state(row)}`)}</StateTag>,
    },
    {
      key: 'act',
      title: '',
      sortable: false,
      text: () => null,
      render: (row) =>
        row.mine && ['valid', 'later'].includes(state(row)) ? <RevokeButton delegation={row} /> : '',
    },
  ];
}

function RevokeButton({ delegation }: { readonly delegation: Delegation }) {
  const t = useText(approvalTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const client = useQueryClient();
  const { message } = App.useApp();
  const revoke = useMutation({
    mutationFn: () => revokeDelegation(enterpriseId, delegation.id),
    onSuccess: () => void message.success(t('delegation.revoked')),
    onError: (error) => void message.error(problemText(error, locale).title),
    onSettled: () => client.invalidateQueries({ queryKey: ['delegations', enterpriseId] }),
  });
  return (
    <Popconfirm
      title={t('delegation.revoke')}
      description={t('delegation.revoke.text', { name: delegation.to.name })}
      onConfirm={() => revoke.mutate()}
    >
      <Button size="small" loading={revoke.isPending}>
        {t('delegation.revoke')}
      </Button>
    </Popconfirm>
  );
}
