import { describe, expect, it } from 'vitest';
import { fillText } from './text';

describe('fillText', () => {
  it('fills in names', () => {
    expect(fillText('已保存 {name}', { name: '1#高炉' })).toBe('已保存 1#高炉');
  });

  it.each([
    [1, '1 line'],
    [2, '2 lines'],
    ['1,000', '1,000 lines'],
  ])('writes the word that fits %s', (count, expected) => {
    expect(fillText('{count} {count|line|lines}', { count })).toBe(expected);
  });

  it('leaves a placeholder without a value visible', () => {
    expect(fillText('{name}')).toBe('{name}');
  });
});
