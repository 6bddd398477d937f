import { type SessionEnterprise } from '@/shared/api/session';

/** The newest year with data, or the running year where there is none. */
export function latestYear({ years }: SessionEnterprise, today = new Date()): number {
  return years.length > 0 ? Math.max(...years) : today.getFullYear();
}

/** Years one can choose: those with data, and the running one. Newest first. */
export function yearChoices({ years }: SessionEnterprise, chosen: number, today = new Date()): number[] {
  return [...new Set([...years, chosen, today.getFullYear()])].sort((a, b) => b - a);
}
