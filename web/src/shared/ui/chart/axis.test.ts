import { describe, expect, it } from 'vitest';
import { axisLabel, tooltipLine, wrapLabel } from './axis';

describe('labels of charts', () => {
  it.each([
    [800_000, '80万', '800k'],
    [-98_800, '−9.88万', '−98.8k'],
    [9_340_000, '934万', '9.34M'],
    [0, '0', '0'],
  ])('%d reads %s and %s', (value, zh, en) => {
    expect(axisLabel(value, 'zh-CN')).toBe(zh);
    expect(axisLabel(value, 'en')).toBe(en);
  });

  it('break between words, and Chinese after six characters', () => {
    expect(wrapLabel('Carbon-bearing materials')).toBe('Carbon-bearing\nmaterials');
    expect(wrapLabel('外购含碳原料消耗')).toBe('外购含碳原料\n消耗');
  });

  it('never let a name become markup', () => {
    expect(tooltipLine('#000', '<img src=x>', '1')).not.toContain('<img');
  });
});
