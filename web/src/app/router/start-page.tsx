import { Navigate } from 'react-router';
import { FEATURES } from '@/app/features';
import { lastEnterprise } from '@/app/layout/last-enterprise';
import { useSession } from '@/shared/api/session';
import { scopePath } from '@/shared/api/use-scope';
import { latestYear } from '@/app/layout/years';
import { NoEnterprisePage } from './no-enterprise-page';

/** Where a person starts: the enterprise they last worked in, or the settings for those who only keep accounts. */
export function StartPage() {
  const { enterprises, permissions } = useSession();
  const last = lastEnterprise();
  const enterprise = enterprises.find(({ id }) => id === last) ?? enterprises[0];
  if (enterprise) return <Navigate to={scopePath(enterprise.id, latestYear(enterprise))} replace />;
  const settings = FEATURES.find(
    ({ group, permissions: needed }) =>
      group === 'settings' && needed.some((one) => permissions.includes(one)),
  );
  return settings ? <Navigate to={`/settings/${settings.path}`} replace /> : <NoEnterprisePage />;
}
