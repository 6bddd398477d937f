import { describe, expect, it } from 'vitest';
import { oneTimePassword } from './password';

describe('oneTimePassword', () => {
  it('is four groups of four that can be read aloud', () => {
    expect(oneTimePassword()).toMatch(/^[A-HJ-NP-Za-hjkmnp-z2-9]{4}(-[A-HJ-NP-Za-hjkmnp-z2-9]{4}){3}$/);
  });

  it('skips bytes that would favour some letters', () => {
    const bytes = [255, ...Array.from({ length: 16 }, (_, index) => index)];
    const password = oneTimePassword((target) => {
      target[0] = bytes.shift() ?? 0;
    });
    expect(password.startsWith('ABCD')).toBe(true);
  });
});
