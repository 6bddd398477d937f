import { type Translate } from './use-locale';
import { type sharedTexts } from './shared-texts';

/** Roles of the guideline's management system, as the server names them. */
export const ROLES = [
  'TOP_MANAGEMENT',
  'CARBON_OFFICE',
  'CARBON_MANAGER',
  'MONITORING_STAFF',
  'ACCOUNTING_OFFICER',
  'REPORT_REVIEWER',
  'INTERNAL_AUDITOR',
  'TRADING_OFFICER',
  'DISCLOSURE_OFFICER',
  'EQUIPMENT_DEPT',
  'PRODUCTION_DEPT',
  'FINANCE',
  'PROCUREMENT',
  'HR_TRAINING',
  'VERIFIER',
  'IT_ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

type SharedKey = keyof (typeof sharedTexts.tables)['zh-CN'];

export function roleName(role: Role, t: Translate<SharedKey>): string {
  return t(`role.${role}`);
}
