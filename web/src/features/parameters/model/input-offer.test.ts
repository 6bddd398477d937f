import { describe, expect, it } from 'vitest';
import { type Factor } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { constantUnits, fittingFactors, fittingParameters, type PlanInput } from './input-offer';

const FC: PlanInput = {
  key: 'FC',
  name: { zh: '消费量', en: 'Quantity' },
  units: ['t', '10^4 Nm3'],
  accepts: [],
  measures: ['t', 'Nm3'],
  hasDefault: false,
};

const parameter = (id: string, unit: string, measures: string, kind = 'FLOW') =>
  ({ id, unit, measures, kind }) as Parameter;

const factor = (row: string, column: string, measures: string) => ({ row, column, measures }) as Factor;

describe('what is offered for an input', () => {
  const parameters = [
    parameter('coal', '10^4 t', 't'),
    parameter('stock', 't', 't', 'STOCK'),
    parameter('gas', '10^4 Nm3', 'Nm3'),
    parameter('heat', 'GJ', 'GJ'),
  ];

  it('is only what converts to one of its units', () => {
    expect(fittingParameters(FC, parameters, 'MONTH').map(({ id }) => id)).toEqual(['coal', 'stock', 'gas']);
  });

  it('is only a stock where the stock at the start of the month is asked for', () => {
    expect(fittingParameters(FC, parameters, 'OPENING').map(({ id }) => id)).toEqual(['stock']);
  });

  it('is everything for an output of the whole', () => {
    expect(fittingParameters({ ...FC, measures: null }, parameters, 'MONTH')).toHaveLength(4);
  });

  it('has factors of its own name first', () => {
    const factors = [factor('a', 'EF', 'tC/GJ'), factor('b', 'CC', 'tC/GJ'), factor('c', 'NCV', 'GJ/t')];
    const offered = fittingFactors({ ...FC, key: 'CC', measures: ['tC/GJ'] }, factors);
    expect(offered.map(({ row }) => row)).toEqual(['b', 'a']);
  });

  it('has units of the input and of the parameters that fit', () => {
    expect(constantUnits(FC, parameters)).toEqual(['t', '10^4 Nm3', '10^4 t']);
  });
});
