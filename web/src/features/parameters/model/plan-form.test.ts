import { describe, expect, it } from 'vitest';
import { type Binding, type PlanItemDefinition } from '../api/method-plans';
import { bindingOf, definitionOf, draftOf, facilityLabel, formOf, type PlanPlace } from './plan-form';

const PLACE: PlanPlace = {
  method: 'mee-power@2022',
  position: 3,
  labels: ['fuel'],
  takes: () => true,
  facility: undefined,
  present: undefined,
};

const COAL: PlanItemDefinition = {
  use: 'SOURCE',
  method: 'mee-power@2022',
  yearFrom: 2024,
  yearTo: null,
  position: 1,
  source: 'fossil-fuel-combustion',
  item: 'coal',
  itemName: { zh: '1#机组入炉煤', en: 'Boiler-feed coal, unit 1' },
  labels: { fuel: 'raw-coal', facility: '1#' },
  facilityUnitId: 'u1',
  processUnitId: 'u1',
  inputs: {
    FC: { kind: 'PARAMETER', parameterId: 'p1' },
    C_ad: {
      kind: 'COMBINATION',
      terms: [
        { sign: '+', parameterId: 'p2' },
        { sign: '-', parameterId: 'p3' },
      ],
    },
    S_open: { kind: 'OPENING', parameterId: 'p4' },
    NCV: { kind: 'CONSTANT', value: '21.1', unit: 'GJ/t', origin: { zh: '合同', en: 'contract' } },
    CC: { kind: 'FACTOR', table: 'common/ets-coal/fallbacks', row: 'conventional', column: 'CC' },
  },
  whenMissing: [
    {
      symbol: 'C_ad',
      drop: ['C_ad'],
      use: { CC: { kind: 'FACTOR', table: 'common/ets-coal/fallbacks', row: 'conventional', column: 'CC' } },
      reason: { zh: '当月未检测', en: 'no test' },
    },
  ],
  noRowWhenIdle: 'FC',
};

describe('the request of a plan item', () => {
  it('gives an item of the plan back as it was, whatever its bindings', () => {
    expect(definitionOf(formOf(COAL, 2025), { ...PLACE, present: COAL, facility: '1#' })).toEqual(COAL);
  });

  it('makes production data of a facility', () => {
    const made = definitionOf(
      {
        subject: 'FACILITY',
        zh: '1#机组',
        en: 'Unit 1',
        yearFrom: 2025,
        yearTo: null,
        facilityUnitId: 'u1',
        inputs: {
          W_fd: { kind: 'PARAMETER', parameterId: 'p1' },
          P_e: { kind: 'CONSTANT', value: '350', unit: 'MW', zh: '铭牌' },
        },
        noRowWhenIdle: 'FC',
      },
      { ...PLACE, labels: [], facility: '1#' },
    );

    expect(made).toMatchObject({
      use: 'PRODUCTION',
      source: 'Unit 1',
      labels: { facility: '1#' },
      facilityUnitId: 'u1',
      whenMissing: [],
      noRowWhenIdle: null,
    });
    expect(made.inputs['P_e']).toEqual({
      kind: 'CONSTANT',
      value: '350',
      unit: 'MW',
      origin: { zh: '铭牌', en: '铭牌' },
    });
  });

  it('leaves out inputs and labels that belong to another source', () => {
    const made = definitionOf(
      {
        ...formOf(COAL, 2025),
        source: 'purchased-electricity',
        inputs: {
          AD: { kind: 'PARAMETER', parameterId: 'p9' },
          FC: { kind: 'PARAMETER', parameterId: 'p1' },
        },
      },
      { ...PLACE, labels: [], takes: (symbol) => symbol === 'AD' },
    );

    expect(Object.keys(made.inputs)).toEqual(['AD']);
    expect(made.labels).toEqual({});
  });
});

describe('a binding', () => {
  it.each(Object.entries(COAL.inputs))('of %s survives the form', (_, binding: Binding) => {
    expect(bindingOf(draftOf(binding))).toEqual(binding);
  });

  it('is none while something is not filled in', () => {
    expect(bindingOf({ kind: 'PARAMETER' })).toBeNull();
    expect(
      bindingOf({ kind: 'COMBINATION', terms: [{ sign: '+', parameterId: 'p1' }, { sign: '-' }] }),
    ).toBeNull();
    expect(bindingOf({ kind: 'CONSTANT', value: '1', unit: 't' })).toBeNull();
    expect(bindingOf({ kind: 'CONSTANT', value: '1,5', unit: 't', zh: '合同' })).toBeNull();
    expect(bindingOf({ kind: 'FACTOR' })).toBeNull();
  });
});

describe('the name of a facility in rows', () => {
  it('is the one other items use for the unit, else that of the unit', () => {
    expect(facilityLabel({ id: 'u1', name: '1#机组' }, [COAL])).toBe('1#');
    expect(facilityLabel({ id: 'u2', name: '2#机组' }, [COAL])).toBe('2#机组');
    expect(facilityLabel(undefined, [COAL])).toBeUndefined();
  });
});
