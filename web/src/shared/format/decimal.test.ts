import { describe, expect, it } from 'vitest';
import {
  compareDecimal,
  groupThousands,
  isDecimal,
  normalizeDecimal,
  roundPlaces,
  roundSignificant,
  shiftLeft,
} from './decimal';

describe('decimal strings', () => {
  it.each([
    ['9217295.618707', 5, '9217300'],
    ['1.816290', 5, '1.8163'],
    ['0.000123456', 5, '0.00012346'],
    ['99999.5', 5, '100000'],
    ['-1234.565', 5, '-1234.6'],
    ['0', 5, '0'],
    ['0.000000', 5, '0'],
    ['1.5E+3', 5, '1500'],
  ])('%s to %i significant digits is %s', (text, digits, expected) => {
    expect(roundSignificant(text, digits)).toBe(expected);
  });

  it('keeps digits that no double can hold', () => {
    expect(normalizeDecimal('12345678901234567890.12345678901234567890')).toBe(
      '12345678901234567890.1234567890123456789',
    );
  });

  it.each([
    ['1.005', 2, '1.01'],
    ['-0.005', 2, '-0.01'],
    ['2', 3, '2.000'],
    ['-0.0001', 2, '0.00'],
  ])('%s to %i places is %s', (text, places, expected) => {
    expect(roundPlaces(text, places)).toBe(expected);
  });

  it('moves the point exactly', () => {
    expect(shiftLeft('9217295.618707', 4)).toBe('921.7295618707');
    expect(shiftLeft('0.1234', -2)).toBe('12.34');
    expect(shiftLeft('5', -2)).toBe('500');
  });

  it('groups thousands before the point only', () => {
    expect(groupThousands('-1234567.1234567')).toBe('-1,234,567.1234567');
  });

  it('compares by value, not by text', () => {
    expect(compareDecimal('10', '9.99')).toBe(1);
    expect(compareDecimal('1.50', '1.5')).toBe(0);
    expect(compareDecimal('-2', '1')).toBe(-1);
  });

  it.each(['', '.', 'abc', '1,000', '--1'])('refuses %j', (text) => {
    expect(isDecimal(text)).toBe(false);
  });
});
