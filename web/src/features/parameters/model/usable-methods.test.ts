import { describe, expect, it } from 'vitest';
import { type MethodSummary } from '@/shared/api/list-methods';
import { usableMethods } from './usable-methods';

const method = (id: string, sector: string, status: MethodSummary['status']) =>
  ({ id, sector, status }) as MethodSummary;

describe('methods to choose from', () => {
  it('are those of the industry first, in force before replaced, without unconfirmed ones', () => {
    const { own, other } = usableMethods(
      [
        method('steel', 'steel', 'in-force'),
        method('power-old', 'power', 'replaced'),
        method('power', 'power', 'in-force'),
        method('power-next', 'power', 'text-not-confirmed'),
      ],
      'POWER',
    );
    expect(own.map(({ id }) => id)).toEqual(['power', 'power-old']);
    expect(other.map(({ id }) => id)).toEqual(['steel']);
  });
});
