import { describe, expect, it } from 'vitest';
import { readNumber } from './number-input';

describe('reading a number', () => {
  it.each([
    ['163622.48', '163622.48'],
    ['1,234,567.80', '1234567.8'],
    [' 12 ', '12'],
    ['１２３．５', '123.5'],
    ['-0.5', '-0.5'],
    ['\u22123', '-3'],
    ['480743.32999999996', '480743.32999999996'],
    ['1.2e3', '1200'],
  ])('takes %s as %s', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each(['', '  ', '—', '/', '-'])('takes "%s" as an empty cell', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'empty' });
  });

  it.each(['约3.2', '1,23', '12,34,567', '3.2 t', '#REF!', '1.2.3'])('refuses "%s"', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'invalid', text });
  });
});
