import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { DemoProgress } from '@/app/layout/demo-progress';
import { handleUnauthorized } from '@/shared/api/client';
import { sessionQuery, useSession } from '@/shared/api/session';
import { ErrorBoundary } from '@/shared/ui/error-boundary';
import { PageSkeleton } from '@/shared/ui/skeletons';

/** Waits for the answer to "who is this"; everything inside may call `useSession`. */
export function SessionGate() {
  const client = useQueryClient();
  useEffect(() => {
    handleUnauthorized(() => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }));
  }, [client]);
  return (
    <ErrorBoundary>
      <Suspense fallback={<PageSkeleton />}>
        <SetupFirst />
      </Suspense>
    </ErrorBoundary>
  );
}

function SetupFirst() {
  const { setupNeeded } = useSession();
  const { pathname } = useLocation();
  if (setupNeeded && pathname !== '/setup') return <Navigate to="/setup" replace />;
  if (!setupNeeded && pathname === '/setup') return <Navigate to="/login" replace />;
  return (
    <>
      <Outlet />
      <DemoProgress />
    </>
  );
}

/** Sends strangers to the log-in and back afterwards; a one-time password must be changed before anything else. */
export function RequireSession() {
  const { account } = useSession();
  const { pathname, search } = useLocation();
  if (!account) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/login${back}`} replace />;
  }
  if (account.mustChangePassword && pathname !== '/password') return <Navigate to="/password" replace />;
  return <Outlet />;
}
