import { expect, it } from 'vitest';
import { exactSum } from './exact-sum';

it('adds without floating point', () => {
  expect(exactSum(['0.1', '0.2'])).toBe('0.3');
  expect(exactSum(['163622.48', '-0.485', '12'])).toBe('163633.995');
  expect(exactSum(['-0.5', '0.25'])).toBe('-0.25');
  expect(exactSum([])).toBe('0');
});
