import { describe, expect, it } from 'vitest';
import { type MethodInput, type MethodSource } from '@/shared/api/list-methods';
import { familyOf, routeNeeds, variantOf } from './route-needs';

const name = { zh: '', en: '' };
const input = (key: string, more: Partial<MethodInput> = {}): MethodInput => ({
  key,
  name,
  units: [],
  accepts: [],
  measures: [],
  family: false,
  absentIsZero: false,
  negativeAllowed: false,
  hasDefault: false,
  ...more,
});
const formula = (...uses: string[]) => ({ text: '', latex: '', uses });
const route = (id: string, lead: string | null, uses: string[], variants = ['mass', 'gas']) => ({
  id,
  name,
  lead,
  leadLabel: null,
  beside: null,
  variants,
  formula: formula(...uses),
});

const COMBUSTION: MethodSource = {
  key: 'fossil-fuel-combustion',
  name,
  category: 'fuel',
  unit: 'tCO2',
  formula: formula('FC', 'C', 'OF'),
  variants: [
    { id: 'mass', measures: 't' },
    { id: 'gas', measures: 'Nm3' },
  ],
  decidedBy: ['FC', 'Q_in'],
  symbols: [
    {
      key: 'FC',
      name,
      units: [],
      exclusive: false,
      routes: [route('direct', 'FC', ['FC']), route('balance', 'Q_in', ['Q_in', 'S_open'])],
    },
    {
      key: 'C',
      name,
      units: [],
      exclusive: false,
      routes: [
        route('air-dried', 'C_ad', ['C_ad', 'M_ar', 'M_ad'], ['mass']),
        route('composition', 'V', ['V', 'CN'], ['gas']),
        route('heat-value', null, ['NCV', 'CC']),
      ],
    },
  ],
  inputs: [
    input('FC'),
    input('Q_in'),
    input('S_open', { absentIsZero: true }),
    input('C_ad'),
    input('M_ar'),
    input('M_ad'),
    input('V', { family: true }),
    input('CN', { family: true }),
    input('NCV', { hasDefault: true }),
    input('CC', { hasDefault: true }),
    input('OF', { hasDefault: true }),
  ],
  labels: ['fuel'],
  choices: [],
  keptUnused: ['NCV', 'CC'],
  citation: { id: '', title: name, confidence: 'recalled' },
};

const needs = (given: string[], variant: string | null = 'mass') =>
  routeNeeds(COMBUSTION, { given: new Set(given), labels: new Set(['fuel']), variant });

describe('what a row still needs', () => {
  it('is a quantity, one way or the other', () => {
    expect(needs(['NCV']).missing).toEqual([{ symbol: 'FC', oneOf: ['FC', 'Q_in'] }]);
  });

  it('is nothing when the rest has defaults', () => {
    expect(needs(['FC'])).toMatchObject({ missing: [], unused: [] });
  });

  it('is what the route taken reads', () => {
    const { missing, routes } = needs(['FC', 'C_ad', 'M_ad']);
    expect(missing).toEqual([{ symbol: 'M_ar', oneOf: ['M_ar'] }]);
    expect(routes.map(({ route: { id } }) => id)).toEqual(['direct', 'air-dried']);
  });

  it('names what the route taken does not read', () => {
    expect(needs(['FC', 'M_ar']).unused).toEqual(['M_ar']);
    expect(needs(['FC', 'C_ad', 'M_ad', 'M_ar'], 'gas').unused).toEqual(['C_ad', 'M_ad', 'M_ar']);
  });

  it('takes the members of a family for the family', () => {
    expect(familyOf(COMBUSTION, 'V_CH4')).toBe('V');
    expect(needs(['FC', 'V_CH4', 'CN_CH4'], 'gas')).toMatchObject({ missing: [], unused: [] });
  });

  it('is nothing beside a declared amount', () => {
    expect(needs(['E'])).toMatchObject({ missing: [], unused: [] });
  });

  it('reads the variant from the unit of the deciding input', () => {
    expect(variantOf(COMBUSTION, (symbol) => (symbol === 'Q_in' ? 'Nm3' : undefined))).toBe('gas');
    expect(variantOf(COMBUSTION, () => undefined)).toBeNull();
  });
});
