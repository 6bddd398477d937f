import { describe, expect, it } from 'vitest';
import {
  formatChange,
  formatExactQuantity,
  formatPercent,
  formatQuantity,
  scaleForReading,
} from './quantity';
import { formatUnit } from './unit';

describe('quantities', () => {
  it('shows five significant digits, the unit beside them', () => {
    expect(formatQuantity({ value: '9217295.618707', unit: 'tCO2' }, 'zh-CN')).toBe('9,217,300 tCO₂');
  });

  it('keeps every digit for hover and copy', () => {
    expect(formatExactQuantity({ value: '9217295.618707', unit: 'tCO2' }, 'zh-CN')).toBe(
      '9,217,295.618707 tCO₂',
    );
  });

  it('says a missing value with a dash and zero with 0', () => {
    expect(formatQuantity(null, 'en')).toBe('—');
    expect(formatQuantity({ value: '0.000000', unit: 't' }, 'en')).toBe('0 t');
  });

  it('scales large tonnages the way each language counts', () => {
    const total = { value: '9217295.618707', unit: 'tCO2' };
    expect(formatQuantity(scaleForReading(total, 'zh-CN'), 'zh-CN')).toBe('921.73 万tCO₂');
    expect(formatQuantity(scaleForReading(total, 'en'), 'en')).toBe('9.2173 MtCO₂');
    expect(formatQuantity(scaleForReading({ value: '806493.7', unit: 'tCO2' }, 'en'), 'en')).toBe(
      '806.49 ktCO₂',
    );
  });

  it('never scales a ratio', () => {
    const intensity = { value: '1234567', unit: 'tCO2/t' };
    expect(scaleForReading(intensity, 'zh-CN')).toEqual(intensity);
  });

  it('writes shares and changes as percent', () => {
    expect(formatPercent('0.8819')).toBe('88.2 %');
    expect(formatChange('-0.0133')).toBe('−1.3 %');
    expect(formatChange('0.02')).toBe('+2.0 %');
  });
});

describe('units', () => {
  it.each([
    ['10^4 Nm3', '万Nm³', '10⁴ Nm³'],
    ['GJ/10^4 Nm3', 'GJ/万Nm³', 'GJ/10⁴ Nm³'],
    ['tCO2/MWh', 'tCO₂/MWh', 'tCO₂/MWh'],
    ['tCO2e', 'tCO₂e', 'tCO₂e'],
    ['kJ/(kg*degC)', 'kJ/(kg·°C)', 'kJ/(kg·°C)'],
    ['t', 't', 't'],
  ])('%s reads %s and %s', (unit, zh, en) => {
    expect(formatUnit(unit, 'zh-CN')).toBe(zh);
    expect(formatUnit(unit, 'en')).toBe(en);
  });
});
