import {
  BgColorsOutlined,
  KeyOutlined,
  LogoutOutlined,
  SearchOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Layout, Select, Tag, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { apiDelete } from '@/shared/api/client';
import { sessionQuery, useSession } from '@/shared/api/session';
import { scopePath, useScopeOrNull } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { LanguageSwitch } from '@/shared/ui/language-switch';
import { type ColorChoice, useColorMode } from '@/shared/ui/theme/color-mode';
import { frameTexts } from './frame-texts';
import { SearchPalette } from './search-palette';
import { ToDoBell } from './to-do-bell';
import { latestYear, yearChoices } from './years';

/** Scope, search and the person. The enterprise and the year chosen here govern every page. */
export function TopBar() {
  const t = useText(frameTexts);
  const { demo } = useSession();
  return (
    <Layout.Header className="th-top">
      <ScopeSwitch />
      {demo && <Tag style={{ marginInlineEnd: 0 }}>{t('demo')}</Tag>}
      <div style={{ flex: 1 }} />
      <SearchButton />
      <ToDoBell />
      <LanguageSwitch />
      <ThemeSwitch />
      <AccountMenu />
    </Layout.Header>
  );
}

/** Keeps the page when enterprise or year change; search parameters belong to the old scope and go. */
function ScopeSwitch() {
  const t = useText(frameTexts);
  const pick = usePick();
  const { enterprises } = useSession();
  const scope = useScopeOrNull();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  if (!scope) return null;
  const page = pathname.split('/').slice(5, 6).join('/');
  return (
    <>
      <Select
        aria-label={t('enterprise')}
        variant="filled"
        value={scope.enterpriseId}
        style={{ width: 240 }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={enterprises.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(id) => {
          const next = enterprises.find((one) => one.id === id);
          if (!next) return;
          const year = next.years.includes(scope.year) ? scope.year : latestYear(next);
          void navigate(scopePath(id, year, page));
        }}
      />
      <Select
        aria-label={t('year')}
        variant="filled"
        value={scope.year}
        style={{ width: 104 }}
        options={yearChoices(scope.enterprise, scope.year).map((year) => ({
          value: year,
          label: t('year.value', { year: String(year) }),
        }))}
        onChange={(year) => void navigate(scopePath(scope.enterpriseId, year, page))}
      />
    </>
  );
}

function SearchButton() {
  const t = useText(frameTexts);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen(true);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button
        icon={<SearchOutlined />}
        onClick={() => setOpen(true)}
        style={{ color: 'var(--th-text-secondary)', minWidth: 180, justifyContent: 'flex-start' }}
      >
        <span style={{ flex: 1, textAlign: 'start' }}>{t('search')}</span>
        <kbd
          style={{
            fontFamily: 'inherit',
            fontSize: 11,
            border: '1px solid var(--th-border)',
            borderRadius: 4,
            padding: '0 5px',
          }}
        >
          {'Ctrl K'}
        </kbd>
      </Button>
      {open && <SearchPalette onClose={() => setOpen(false)} />}
    </>
  );
}

function ThemeSwitch() {
  const t = useText(frameTexts);
  const { choice, setChoice } = useColorMode();
  const choices: readonly ColorChoice[] = ['light', 'dark', 'system'];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: choices.map((key) => ({ key, label: t(`theme.${key}`) })),
        onClick: ({ key }) => setChoice(choices.find((one) => one === key) ?? 'system'),
      }}
    >
      <Tooltip title={t('theme')}>
        <Button type="text" icon={<BgColorsOutlined />} aria-label={t('theme')} />
      </Tooltip>
    </Dropdown>
  );
}

function AccountMenu() {
  const t = useText(frameTexts);
  const { account } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const logOut = useMutation({
    mutationFn: () => apiDelete('/session'),
    onSuccess: async () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      await client.refetchQueries({ queryKey: sessionQuery.queryKey });
      void navigate('/login', { replace: true });
    },
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'password', icon: <KeyOutlined />, label: t('account.password') },
          { type: 'divider' },
          { key: 'logout', icon: <LogoutOutlined />, label: t('account.logout') },
        ],
        onClick: ({ key }) => (key === 'logout' ? logOut.mutate() : void navigate('/password')),
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('account')}>
        {account?.name}
      </Button>
    </Dropdown>
  );
}
