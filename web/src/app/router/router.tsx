import { createBrowserRouter, type RouteObject } from 'react-router';
import { Frame } from '@/app/layout/frame';
import { FEATURES } from '@/app/features';
import { NotFoundPage } from './not-found-page';
import { RequireSession, SessionGate } from './session-gate';
import { StartPage } from './start-page';

function routesOf(inSettings: boolean): RouteObject[] {
  return FEATURES.filter(({ group }) => (group === 'settings') === inSettings).flatMap((feature) =>
    [{ path: feature.path, load: feature.load }, ...(feature.routes ?? [])].map(({ path, load }) => ({
      ...(path === '' ? { index: true as const } : { path }),
      lazy: async () => ({ Component: await load() }),
    })),
  );
}

const page = {
  login: async () => ({ Component: (await import('@/features/session/pages/login-page')).LoginPage }),
  setup: async () => ({ Component: (await import('@/features/session/pages/setup-page')).SetupPage }),
  password: async () => ({
    Component: (await import('@/features/session/pages/password-page')).PasswordPage,
  }),
};

export const router = createBrowserRouter([
  {
    element: <SessionGate />,
    hydrateFallbackElement: <></>,
    children: [
      { path: '/login', lazy: page.login },
      { path: '/setup', lazy: page.setup },
      {
        element: <RequireSession />,
        children: [
          { path: '/password', lazy: page.password },
          { path: '/', element: <StartPage /> },
          {
            element: <Frame />,
            children: [
              { path: '/e/:enterpriseId/y/:year', children: routesOf(false) },
              { path: '/settings', children: routesOf(true) },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]);
