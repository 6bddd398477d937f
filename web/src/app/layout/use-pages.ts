import { useMemo } from 'react';
import { FEATURES } from '@/app/features';
import { useSession } from '@/shared/api/session';
import { scopePath, useScopeOrNull } from '@/shared/api/use-scope';
import { type Feature } from '@/shared/ui/feature';
import { lastEnterprise } from './last-enterprise';
import { latestYear } from './years';

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
    const rights = scope?.enterprise.permissions ?? fallback?.permissions ?? [];
    return FEATURES.map((feature) => {
      const held = feature.group === 'settings' ? permissions : rights;
      if (feature.permissions.length > 0 && !feature.permissions.some((one) => held.includes(one)))
        return null;
      if (feature.group === 'settings') return { feature, path: `/settings/${feature.path}` };
      return enterpriseId !== undefined && year !== null
        ? { feature, path: scopePath(enterpriseId, year, feature.path) }
        : null;
    }).filter((page) => page !== null);
  }, [permissions, enterprises, scope]);
}
