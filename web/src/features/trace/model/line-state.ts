import { type LedgerOrigin } from '../api/get-trace';

/** The text for the state a ledger line had when the run read it. */
export function lineStateKey({ state }: LedgerOrigin): 'state.OPEN' | 'state.CONFIRMED' | 'state.LOCKED' {
  if (state === 'LOCKED') return 'state.LOCKED';
  return state === 'OPEN' ? 'state.OPEN' : 'state.CONFIRMED';
}
