import { BankOutlined } from '@ant-design/icons';
import { Layout } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation, useParams } from 'react-router';
import { TraceProvider } from '@/app/providers/trace-provider';
import { useScopeOrNull } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorBoundary } from '@/shared/ui/error-boundary';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { frameTexts } from './frame-texts';
import { rememberEnterprise } from './last-enterprise';
import { Navigation } from './navigation';
import { TopBar } from './top-bar';

const COLLAPSED_KEY = 'tanheng.navigation';

/** The one frame around every page: navigation left, scope and search on top, the page in the middle. */
export function Frame() {
  const t = useText(frameTexts);
  const { pathname } = useLocation();
  const scope = useScopeOrNull();
  const { enterpriseId } = useParams();
  const [collapsed, setCollapsed] = useState(
    () => window.localStorage.getItem(COLLAPSED_KEY) === 'collapsed',
  );

  useEffect(() => {
    if (scope) rememberEnterprise(scope.enterpriseId);
  }, [scope]);

  const collapse = (next: boolean) => {
    window.localStorage.setItem(COLLAPSED_KEY, next ? 'collapsed' : 'open');
    setCollapsed(next);
  };
  return (
    <TraceProvider>
      <a className="th-skip" href="#content">
        {t('skip')}
      </a>
      <Layout className="th-frame" hasSider>
        <Navigation collapsed={collapsed} onCollapse={collapse} />
        <Layout>
          <TopBar />
          <Layout.Content className="th-content" id="content" tabIndex={-1}>
            <main className="th-page">
              <ErrorBoundary resetKey={pathname}>
                {enterpriseId && !scope ? (
                  <EmptyState
                    icon={<BankOutlined />}
                    title={t('forbidden.title')}
                    text={t('forbidden.text')}
                  />
                ) : (
                  <Suspense fallback={<PageSkeleton />}>
                    <Outlet />
                  </Suspense>
                )}
              </ErrorBoundary>
            </main>
          </Layout.Content>
        </Layout>
      </Layout>
    </TraceProvider>
  );
}
