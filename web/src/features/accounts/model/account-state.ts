import { type StateTone } from '@/shared/ui/state-tag';
import { type Account } from '../api/list-accounts';

export type AccountState = 'disabled' | 'blocked' | 'oneTime' | 'active';

export const TONE: Readonly<Record<AccountState, StateTone>> = {
  disabled: 'neutral',
  blocked: 'bad',
  oneTime: 'due',
  active: 'good',
};

export function stateOf({ enabled, blockedUntil, mustChangePassword }: Account, now: Date): AccountState {
  if (!enabled) return 'disabled';
  if (blockedUntil !== null && new Date(blockedUntil) > now) return 'blocked';
  return mustChangePassword ? 'oneTime' : 'active';
}
