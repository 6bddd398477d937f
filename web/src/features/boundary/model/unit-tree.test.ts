import { describe, expect, it } from 'vitest';
import { type BoundaryUnit } from '@/shared/api/list-units';
import { inYear, kindsBelow, pathOf, treeOf } from './unit-tree';

function unit(id: string, parentId: string | null, change: Partial<BoundaryUnit> = {}): BoundaryUnit {
  return {
    id,
    parentId,
    kind: 'FACILITY',
    name: id,
    nameEn: '',
    code: id,
    technicalParameters: [],
    validFrom: '2024-01-01',
    validTo: null,
    version: 1,
    ...change,
  };
}

const units = [
  unit('F10', 'P1'),
  unit('F2', 'P1'),
  unit('P1', 'S1', { kind: 'PROCESS' }),
  unit('S1', null, { kind: 'SITE' }),
];

describe('the boundary tree', () => {
  it('hangs units below their parents, codes in the order people count', () => {
    const [site] = treeOf(units);
    expect(site?.unit.id).toBe('S1');
    expect(site?.children[0]?.children.map((node) => node.unit.id)).toEqual(['F2', 'F10']);
  });

  it('keeps a unit whose parent is not shown', () => {
    expect(treeOf([unit('F1', 'gone')]).map((node) => node.unit.id)).toEqual(['F1']);
  });

  it('walks from the site down to the unit', () => {
    expect(pathOf(units, units[0] as BoundaryUnit).map(({ id }) => id)).toEqual(['S1', 'P1', 'F10']);
  });

  it.each([
    ['2024-01-01', null, true],
    ['2025-12-31', null, true],
    ['2026-01-01', null, false],
    ['2020-01-01', '2025-01-01', true],
    ['2020-01-01', '2024-12-31', false],
  ])('a unit from %s to %s belongs to 2025: %s', (validFrom, validTo, expected) => {
    expect(inYear(unit('x', null, { validFrom, validTo }), 2025)).toBe(expected);
  });

  it('offers only kinds that fit below', () => {
    expect(kindsBelow(null)).toEqual(['SITE']);
    expect(kindsBelow('SITE')).toEqual(['PROCESS', 'FACILITY']);
    expect(kindsBelow('FACILITY')).toEqual(['FACILITY']);
  });
});
