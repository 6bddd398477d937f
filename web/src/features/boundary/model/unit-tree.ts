import { type BoundaryUnit, type UnitKind } from '@/shared/api/list-units';

export interface UnitNode {
  readonly unit: BoundaryUnit;
  readonly children: readonly UnitNode[];
}

const ORDER: readonly UnitKind[] = ['SITE', 'PROCESS', 'FACILITY'];

/** A unit whose parent is not in the list stands at the top, so that nothing disappears. */
export function treeOf(units: readonly BoundaryUnit[]): readonly UnitNode[] {
  const ids = new Set(units.map(({ id }) => id));
  const below = (parentId: string | null): UnitNode[] =>
    units
      .filter(
        (unit) => (unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null) === parentId,
      )
      .sort(byKindAndCode)
      .map((unit) => ({ unit, children: below(unit.id) }));
  return below(null);
}

function byKindAndCode(a: BoundaryUnit, b: BoundaryUnit): number {
  return (
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    (a.code ?? '').localeCompare(b.code ?? '', 'zh-Hans-CN', { numeric: true })
  );
}

/** Whether the unit belongs to the boundary on at least one day of the year. */
export function inYear({ validFrom, validTo }: BoundaryUnit, year: number): boolean {
  return (
    (validFrom === null || validFrom <= `${year}-12-31`) && (validTo === null || validTo >= `${year}-01-01`)
  );
}

/** From the site down to the unit itself. */
export function pathOf(units: readonly BoundaryUnit[], unit: BoundaryUnit): readonly BoundaryUnit[] {
  const path: BoundaryUnit[] = [unit];
  let parent = units.find(({ id }) => id === unit.parentId);
  while (parent && !path.includes(parent)) {
    path.unshift(parent);
    const next: string | null = parent.parentId;
    parent = units.find(({ id }) => id === next);
  }
  return path;
}

/** Kinds that may stand directly below a unit, or below the enterprise for null. */
export function kindsBelow(kind: UnitKind | null): readonly UnitKind[] {
  return kind === null ? ['SITE'] : ORDER.slice(Math.max(1, ORDER.indexOf(kind)));
}
