import { useMemo } from 'react';
import { FEATURES } from '@/app/features';
import { useSession } from '@/shared/api/session';
import { scopePath } from '@/shared/api/use-scope';
import { type Feature } from '@/shared/ui/feature';
import { lastEnterprise } from './last-enterprise';
import { latestYear } from './years';
import { useScopeOrNull } from '@/shared/api/use-scope';

export interface Page {
  readonly feature: Feature;
  readonly path: string;
}

/** The pages this person may use, with their addresses in the current enterprise and year. */
export function usePages(): readonly Page[] {
  const { permissions, enterprises } = useSession();
  const scope = useScopeOrNull();
  return useMemo(() => {
    const last = lastEnterprise();
    const fallback = enterprises.find(({ id }) => id === last) ?? enterprises[0];
    const enterpriseId = scope?.enterpriseId ?? fallback?.id;
    const year = scope?.year ?? (fallback ? latestYear(fallback) : null);
    return FEATURES.filter(
      ({ permissions: needed }) => needed.length === 0 || needed.some((one) => permissions.includes(one)),
    )
      .map((feature) => {
        if (feature.group === 'settings') return { feature, path: `/settings/${feature.path}` };
        return enterpriseId !== undefined && year !== null
          ? { feature, path: scopePath(enterpriseId, year, feature.path) }
          : null;
      })
      .filter((page) => page !== null);
  }, [permissions, enterprises, scope?.enterpriseId, scope?.year]);
}
