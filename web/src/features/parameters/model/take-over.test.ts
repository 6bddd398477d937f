import { describe, expect, it } from 'vitest';
import { type Parameter } from '@/shared/api/list-parameters';
import { type PlanItem } from '../api/method-plans';
import { takeOver, yearSpans } from './take-over';

const parameter = (id: string, ...labels: string[]): Parameter =>
  ({
    id,
    name: labels.join(' '),
    unitId: null,
    sheet: '化石燃料',
    labels,
    unit: 't',
    unitAsWritten: '吨',
    kind: 'FLOW',
    signRule: 'NONNEGATIVE',
    obtainedBy: 'MEASURED',
    responsible: '',
    validFrom: '2024-01-01',
    validTo: null,
    position: 1,
    bindings: [],
    version: 1,
  }) as unknown as Parameter;

const item = (key: string, ...parameterIds: string[]): PlanItem => ({
  id: key,
  version: 1,
  definition: {
    use: 'SOURCE',
    method: 'm@1',
    yearFrom: 2024,
    yearTo: 2025,
    position: 1,
    source: 'fuel',
    item: key,
    itemName: { zh: key, en: key },
    labels: { fuel: key },
    facilityUnitId: 'f1',
    processUnitId: null,
    inputs: {
      Q_in: { kind: 'PARAMETER', parameterId: parameterIds[0] ?? null },
      CC: { kind: 'CONSTANT', value: '0.03', unit: 'tC/GJ', origin: { zh: '默认', en: 'default' } },
    },
    whenMissing: [],
    noRowWhenIdle: null,
  },
});

describe('taking over a plan', () => {
  const theirs = [parameter('a1', '原料场', '洗精煤', '购入量'), parameter('a2', '原料场', '焦炭', '购入量')];

  it('finds the own parameter by sheet and labels, whatever their spacing and width', () => {
    const taken = takeOver(
      [item('coal', 'a1')],
      theirs,
      [parameter('b9', '原料场 ', '洗精煤', '购入 量')],
      [],
    );
    expect(taken.items[0]?.inputs['Q_in']).toEqual({ kind: 'PARAMETER', parameterId: 'b9' });
    expect(taken.items[0]?.inputs['CC']).toMatchObject({ kind: 'CONSTANT', value: '0.03' });
    expect(taken.items[0]?.facilityUnitId).toBeNull();
  });

  it('leaves out an item whose parameter does not exist, and says which', () => {
    const taken = takeOver([item('coke', 'a2')], theirs, [parameter('b9', '原料场', '洗精煤', '购入量')], []);
    expect(taken.items).toEqual([]);
    expect(taken.left[0]?.missing).toEqual(['原料场 焦炭 购入量']);
  });

  it('does not double what is already there', () => {
    const coal = item('coal', 'a1');
    expect(takeOver([coal], theirs, theirs, [coal.definition]).items).toEqual([]);
  });

  it('takes items of every year, and says how many for which', () => {
    const coal = item('coal', 'a1');
    const power = (yearFrom: number, yearTo: number | null): PlanItem => {
      const one = item('power', 'a2');
      return { ...one, id: `power ${yearFrom}`, definition: { ...one.definition, yearFrom, yearTo } };
    };
    const taken = takeOver([coal, power(2024, 2024), power(2025, null)], theirs, theirs, []);
    expect(taken.items).toHaveLength(3);
    expect(yearSpans(taken.items)).toEqual([
      { from: 2024, to: 2024, count: 1 },
      { from: 2024, to: 2025, count: 1 },
      { from: 2025, to: null, count: 1 },
    ]);
  });

  it('finds the parameter that held in the years of the item', () => {
    const past = { ...parameter('old', '原料场', '洗精煤', '购入量'), validTo: '2024-12-31' };
    const now = { ...parameter('new', '原料场', '洗精煤', '购入量'), validFrom: '2025-01-01' };
    const coal = item('coal', 'a1');
    const only = { ...coal, definition: { ...coal.definition, yearTo: 2024 } };
    expect(takeOver([only], theirs, [now, past], []).items[0]?.inputs['Q_in']?.parameterId).toBe('old');
  });
});
