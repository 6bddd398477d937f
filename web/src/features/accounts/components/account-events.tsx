import { useQuery } from '@tanstack/react-query';
import { Table, Typography } from 'antd';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { accountsTexts } from '../accounts-texts';
import { type AccountEvent, accountEventsQuery } from '../api/list-account-events';

const KINDS = [
  'LOGGED_IN',
  'LOGIN_FAILED',
  'LOGIN_BLOCKED',
  'LOGGED_OUT',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'CREATED',
  'CHANGED',
  'DISABLED',
  'ENABLED',
  'UNLOCKED',
  'GRANTED',
  'REVOKED',
  'SETUP_DONE',
] as const;

/** What happened with an account: log-ins and changes, newest first. */
export function AccountEvents({ accountId }: { accountId: string }) {
  const t = useText(accountsTexts);
  const events = useQuery(accountEventsQuery(accountId));
  if (events.isPending) return <TableSkeleton rows={5} />;
  if (events.error) return <ProblemAlert error={events.error} onRetry={() => void events.refetch()} />;
  const word = (kind: string) => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(`event.${known}`) : kind;
  };
  return (
    <Table<AccountEvent>
      size="small"
      rowKey="id"
      dataSource={events.data}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t('event.at'), render: (_, { at }) => formatInstant(at), width: 150 },
        { title: t('event.what'), render: (_, { kind }) => word(kind) },
        { title: t('event.by'), render: (_, { by }) => by ?? '—' },
        {
          title: t('event.from'),
          render: (_, { address }) => <Typography.Text type="secondary">{address ?? '—'}</Typography.Text>,
        },
      ]}
    />
  );
}
