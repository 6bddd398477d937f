import { StopOutlined, TeamOutlined, UserAddOutlined } from '@ant-design/icons';
import { useSuspenseQueries } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { enterprisesQuery } from '@/shared/api/get-enterprise';
import { roleName, ROLES } from '@/shared/i18n/roles';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { StateTag } from '@/shared/ui/state-tag';
import { useUrlState } from '@/shared/ui/use-url-state';
import { accountsTexts } from '../accounts-texts';
import { type Account, accountsQuery } from '../api/list-accounts';
import { AccountDrawer } from '../components/account-drawer';
import { NewAccountDialog } from '../components/new-account-dialog';
import { stateOf, TONE } from '../model/account-state';

const urlSchema = z.object({ account: z.string().catch('').default('') });

/** Who may log in, and what they may do where. */
export function AccountsPage() {
  const t = useText(accountsTexts);
  const [{ data: accounts }, { data: enterprises }] = useSuspenseQueries({
    queries: [accountsQuery, enterprisesQuery],
  });
  const [url, setUrl] = useUrlState(urlSchema);
  const [adding, setAdding] = useState(false);
  const columns = useColumns(enterprises);
  const open = accounts.find(({ id }) => id === url.account);
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          <Button type="primary" icon={<UserAddOutlined />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      />
      <Card>
        <DataTable<Account>
          label={t('nav.title')}
          rows={accounts}
          columns={columns}
          rowKey={({ id }) => id}
          fileName={t('file')}
          onOpen={({ id }) => setUrl({ account: id })}
          empty={<EmptyState icon={<TeamOutlined />} title={t('empty.title')} text={t('empty.text')} />}
        />
      </Card>
      {open && (
        <AccountDrawer
          key={open.id}
          account={open}
          enterprises={enterprises}
          onClose={() => setUrl({ account: '' })}
        />
      )}
      {adding && <NewAccountDialog enterprises={enterprises} onClose={() => setAdding(false)} />}
    </>
  );
}

function useColumns(
  enterprises: readonly { id: string; name: { zh: string; en: string } }[],
): readonly DataColumn<Account>[] {
  const t = useText(accountsTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  return useMemo(() => {
    const now = new Date();
    const enterpriseName = (id: string | null) =>
      id === null
        ? t('grant.installation')
        : pick(enterprises.find((one) => one.id === id)?.name) || t('grant.unknown');
    const rolesByPlace = (account: Account) => {
      const places = [...new Set(account.grants.map(({ enterpriseId }) => enterpriseId))];
      return places.map((place) => ({
        place: enterpriseName(place),
        roles: account.grants
          .filter(({ enterpriseId }) => enterpriseId === place)
          .map(({ role }) => roleName(role, shared)),
      }));
    };
    return [
      { key: 'login', title: t('field.login'), text: ({ login }) => login, width: 180 },
      { key: 'name', title: t('field.name'), text: ({ name }) => name, width: 260 },
      {
        key: 'grants',
        title: t('field.grants'),
        sortable: false,
        text: (account) =>
          rolesByPlace(account)
            .map(({ place, roles }) => `${place}: ${roles.join(', ')}`)
            .join('; '),
        render: (account) => (
          <div style={{ display: 'grid', gap: 4 }}>
            {rolesByPlace(account).map(({ place, roles }) => (
              <span key={place}>
                {place}{' '}
                {roles.map((role) => (
                  <Tag key={role} style={{ marginInlineStart: 4 }}>
                    {role}
                  </Tag>
                ))}
              </span>
            ))}
            {account.grants.length === 0 && t('grant.none')}
          </div>
        ),
        filters: ROLES.map((role) => ({ value: role, label: roleName(role, shared) })),
        filterValues: ({ grants }) => grants.map(({ role }) => role),
      },
      {
        key: 'state',
        title: t('field.state'),
        width: 150,
        text: (account) => t(`state.${stateOf(account, now)}`),
        render: (account) => {
          const state = stateOf(account, now);
          return (
            <StateTag tone={TONE[state]} {...(state === 'disabled' ? { icon: <StopOutlined /> } : {})}>
              {t(`state.${state}`)}
            </StateTag>
          );
        },
        filters: (['active', 'oneTime', 'blocked', 'disabled'] as const).map((state) => ({
          value: state,
          label: t(`state.${state}`),
        })),
        filterValues: (account) => [stateOf(account, now)],
      },
    ];
  }, [enterprises, t, shared, pick]);
}
