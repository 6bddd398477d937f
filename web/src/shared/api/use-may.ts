import { useCallback } from 'react';
import { type Right, useSession } from './session';
import { useScopeOrNull } from './use-scope';

/** Whether the person may do something at the enterprise on screen; outside an enterprise: anywhere. */
export function useMay(): (right: Right) => boolean {
  const session = useSession();
  const scope = useScopeOrNull();
  const { permissions } = scope?.enterprise ?? session;
  return useCallback((right) => permissions.includes(right), [permissions]);
}
