import { useMemo } from 'react';
import { useParams } from 'react-router';
import { type SessionEnterprise, useSession } from './session';

/** The enterprise and the accounting year that govern every business page; both stand in the address. */
export interface Scope {
  readonly enterpriseId: string;
  readonly enterprise: SessionEnterprise;
  readonly year: number;
}

export function useScopeOrNull(): Scope | null {
  const { enterpriseId, year } = useParams();
  const { enterprises } = useSession();
  return useMemo(() => {
    const enterprise = enterprises.find(({ id }) => id === enterpriseId);
    if (!enterprise || !year || !/^\d{4}$/.test(year)) return null;
    return { enterpriseId: enterprise.id, enterprise, year: Number(year) };
  }, [enterprises, enterpriseId, year]);
}

export function useScope(): Scope {
  const scope = useScopeOrNull();
  if (!scope) throw new Error('useScope is for pages below /e/:enterpriseId/y/:year');
  return scope;
}

export function scopePath(enterpriseId: string, year: number, page = ''): string {
  return `/e/${encodeURIComponent(enterpriseId)}/y/${year}${page === '' ? '' : `/${page}`}`;
}

/** Path of another page in the current scope. */
export function useScopePath(): (page?: string) => string {
  const { enterpriseId, year } = useScope();
  return (page = '') => scopePath(enterpriseId, year, page);
}
