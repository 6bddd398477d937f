import { KeyOutlined, StopOutlined, UnlockOutlined } from '@ant-design/icons';
import { App, Button, Drawer, Form, Input, Space, Tabs } from 'antd';
import { useState } from 'react';
import { type Enterprise } from '@/shared/api/get-enterprise';
import { useSession } from '@/shared/api/session';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag } from '@/shared/ui/state-tag';
import { accountsTexts } from '../accounts-texts';
import { useChangeAccount } from '../api/change-accounts';
import { type Account } from '../api/list-accounts';
import { stateOf, TONE } from '../model/account-state';
import { oneTimePassword } from '../model/password';
import { AccountEvents } from './account-events';
import { GrantsField, grantsOf, type PlaceRoles, placesOf } from './grants-field';
import { PasswordOnce } from './password-once';

interface AccountDrawerProps {
  readonly account: Account;
  readonly enterprises: readonly Enterprise[];
  readonly onClose: () => void;
}

/** One account: roles, state, and what happened with it. */
export function AccountDrawer({ account, enterprises, onClose }: AccountDrawerProps) {
  const t = useText(accountsTexts);
  const state = stateOf(account, new Date());
  return (
    <Drawer
      open
      size={640}
      onClose={onClose}
      title={
        <Space>
          {account.name}
          <StateTag tone={TONE[state]} {...(state === 'disabled' ? { icon: <StopOutlined /> } : {})}>
            {t(`state.${state}`)}
          </StateTag>
        </Space>
      }
    >
      <Tabs
        items={[
          {
            key: 'roles',
            label: t('tab.roles'),
            children: <AccountForm account={account} enterprises={enterprises} />,
          },
          { key: 'events', label: t('tab.events'), children: <AccountEvents accountId={account.id} /> },
        ]}
      />
    </Drawer>
  );
}

interface AccountFormValues {
  readonly name: string;
  readonly places?: readonly PlaceRoles[];
}

function AccountForm({ account, enterprises }: { account: Account; enterprises: readonly Enterprise[] }) {
  const t = useText(accountsTexts);
  const { message } = App.useApp();
  const change = useChangeAccount();
  const submit = ({ name, places }: AccountFormValues) =>
    change.mutate(
      { account, change: { name: name.trim(), grants: grantsOf(places) } },
      { onSuccess: () => void message.success(t('saved')) },
    );
  return (
    <Form<AccountFormValues>
      key={account.version}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: account.name, places: placesOf(account.grants) }}
      onFinish={submit}
    >
      <ProblemAlert error={change.error} />
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 12, marginTop: 4 }}>
        <Form.Item label={t('field.login')}>
          <Input value={account.login} disabled aria-label={t('field.login')} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('field.name')}
          rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      </div>
      <GrantsField enterprises={enterprises} />
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('save')}
        </Button>
        <AccountActions account={account} />
      </div>
    </Form>
  );
}

/** What is done to an account at once, each named with its consequence before it happens. */
function AccountActions({ account }: { account: Account }) {
  const t = useText(accountsTexts);
  const { modal, message } = App.useApp();
  const { account: self } = useSession();
  const change = useChangeAccount();
  const [password, setPassword] = useState<string | null>(null);
  const own = account.id === self?.id;
  const { name, login } = account;

  const resetPassword = () =>
    modal.confirm({
      title: t('reset.title', { name }),
      content: t('reset.text'),
      okText: t('reset'),
      onOk: () => {
        const next = oneTimePassword();
        change.mutate({ account, change: { password: next } }, { onSuccess: () => setPassword(next) });
      },
    });
  const disable = () =>
    modal.confirm({
      title: t('disable.title', { name }),
      content: t('disable.text'),
      okText: t('disable'),
      okButtonProps: { danger: true },
      onOk: () => change.mutate({ account, change: { enabled: false } }),
    });
  const now = (next: { enabled: true } | { unlock: true }) =>
    change.mutate({ account, change: next }, { onSuccess: () => void message.success(t('saved')) });
  return (
    <>
      {!own && (
        <Button icon={<KeyOutlined />} onClick={resetPassword}>
          {t('reset')}
        </Button>
      )}
      {stateOf(account, new Date()) === 'blocked' && (
        <Button icon={<UnlockOutlined />} onClick={() => now({ unlock: true })}>
          {t('unlock')}
        </Button>
      )}
      {!own &&
        (account.enabled ? (
          <Button danger icon={<StopOutlined />} onClick={disable}>
            {t('disable')}
          </Button>
        ) : (
          <Button onClick={() => now({ enabled: true })}>{t('enable')}</Button>
        ))}
      {change.error && (
        <div style={{ flexBasis: '100%' }}>
          <ProblemAlert error={change.error} />
        </div>
      )}
      {password && <PasswordOnce login={login} password={password} onClose={() => setPassword(null)} />}
    </>
  );
}
