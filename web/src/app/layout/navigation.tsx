import {
  AuditOutlined,
  CompassOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  PlayCircleOutlined,
  RiseOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Button, Layout, Menu, type MenuProps, Tooltip } from 'antd';
import { type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { textOf } from '@/shared/i18n/text';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type NavigationGroup } from '@/shared/ui/feature';
import { frameTexts } from './frame-texts';
import { type Page, usePages } from './use-pages';

const GROUPS: readonly { key: Exclude<NavigationGroup, 'home'>; icon: ReactNode }[] = [
  { key: 'plan', icon: <CompassOutlined /> },
  { key: 'operate', icon: <PlayCircleOutlined /> },
  { key: 'check', icon: <AuditOutlined /> },
  { key: 'improve', icon: <RiseOutlined /> },
  { key: 'settings', icon: <SettingOutlined /> },
];

/** The page whose address is the longest beginning of the current one. */
function currentPage(pages: readonly Page[], pathname: string): string | undefined {
  return pages
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.path;
}

/** The guideline's loop: 策划 实施 检查 改进, home above, settings below; what is empty is left out. */
export function Navigation({
  collapsed,
  onCollapse,
}: {
  collapsed: boolean;
  onCollapse: (next: boolean) => void;
}) {
  const t = useText(frameTexts);
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const pages = usePages();
  const entry = ({ feature, path }: Page, icon: ReactNode) => ({
    key: path,
    icon,
    label: <Link to={path}>{textOf(feature.texts, locale, 'nav.title')}</Link>,
  });
  const items: MenuProps['items'] = pages
    .filter(({ feature }) => feature.group === 'home')
    .map((page) => entry(page, page.feature.icon));
  for (const { key, icon } of GROUPS) {
    const children = pages.filter(({ feature }) => feature.group === key).map((page) => entry(page, null));
    if (children.length > 0) items.push({ key, icon, label: t(`nav.${key}`), children });
  }
  const fold = t(collapsed ? 'nav.expand' : 'nav.collapse');
  const current = currentPage(pages, pathname);
  return (
    <Layout.Sider
      theme="light"
      className="th-sider"
      width={locale === 'en' ? 244 : 208}
      collapsedWidth={56}
      collapsed={collapsed}
      trigger={null}
    >
      <Link
        to="/"
        className="th-brand"
        style={collapsed ? { paddingInline: 16 } : undefined}
        aria-label={t('brand')}
      >
        <img src="/favicon.svg" alt="" />
        {!collapsed && (
          <span>
            {t('brand')} <small>{t('brand.sub')}</small>
          </span>
        )}
      </Link>
      <nav className="th-nav" aria-label={t('nav')}>
        <Menu
          mode="inline"
          inlineIndent={16}
          items={items}
          selectedKeys={current ? [current] : []}
          defaultOpenKeys={collapsed ? [] : GROUPS.map(({ key }) => key)}
        />
      </nav>
      <div className="th-collapse">
        <Tooltip title={collapsed ? fold : ''} placement="right">
          <Button
            type="text"
            block={!collapsed}
            style={collapsed ? {} : { justifyContent: 'flex-start' }}
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={fold}
            onClick={() => onCollapse(!collapsed)}
          >
            {collapsed ? null : fold}
          </Button>
        </Tooltip>
      </div>
    </Layout.Sider>
  );
}
