import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';

describe('toCsv', () => {
  it('quotes what needs quoting', () => {
    expect(toCsv(['a'], [['x,"y"\n']])).toBe('\uFEFFa\r\n"x,""y""\n"\r\n');
  });

  it.each(['=1+1', '+cmd', '@SUM(A1)', '-cmd'])('defuses %s, which Excel would run', (text) => {
    expect(toCsv(['a'], [[text]])).toContain(`'${text}`);
  });

  it('leaves negative numbers as they are', () => {
    expect(toCsv(['a'], [['-12.5']])).toBe('\uFEFFa\r\n-12.5\r\n');
  });
});
