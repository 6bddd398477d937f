import { describe, expect, it } from 'vitest';
import { entryOf, rowOf } from './intensity-row';

describe('an intensity in the form', () => {
  it('goes there and back with a total', () => {
    const definition = {
      key: 'k',
      name: { zh: '强度', en: 'intensity' },
      total: 'total',
      sources: [],
      facilities: ['1#'],
      per: 'generation',
    };
    expect(rowOf(definition).numerator).toEqual(['total:total']);
    expect(entryOf(rowOf(definition))).toEqual({
      name: { zh: '强度', en: 'intensity' },
      total: 'total',
      sources: [],
      facilities: ['1#'],
      per: 'generation',
    });
  });

  it('keeps several sources, and a total beside them for the server to refuse', () => {
    const row = { zh: 'a', en: 'a', numerator: ['source:flux', 'source:electrode'], per: 'steel' };
    expect(entryOf(row).sources).toEqual(['flux', 'electrode']);
    expect(entryOf(row).facilities).toEqual([]);
    expect(entryOf({ ...row, numerator: ['total:total', 'source:flux'] }).total).toBe('total');
  });
});
