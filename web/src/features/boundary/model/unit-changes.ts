import { type BoundaryUnit } from '@/shared/api/list-units';
import { type UnitRevision } from '../api/list-unit-history';

const FIELDS = ['name', 'nameEn', 'code', 'parentId', 'technicalParameters', 'validFrom', 'validTo'] as const;
export type UnitField = (typeof FIELDS)[number];

export function changedFields(before: BoundaryUnit, after: BoundaryUnit): readonly UnitField[] {
  return FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

export function inTimeOrder(revisions: readonly UnitRevision[]): readonly UnitRevision[] {
  return [...revisions].sort((a, b) => a.changedAt.localeCompare(b.changedAt));
}
