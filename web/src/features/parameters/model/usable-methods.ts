import { type Sector } from '@/shared/api/get-enterprise';
import { type MethodSummary } from '@/shared/api/list-methods';

/** Sectors of the catalogue by the industry of an enterprise. */
const SECTORS: Readonly<Record<Sector, readonly string[]>> = {
  POWER: ['power'],
  PETROCHEMICALS: ['petrochemicals', 'chemicals'],
  CHEMICALS: ['chemicals', 'petrochemicals'],
  STEEL: ['steel'],
  BUILDING_MATERIALS: ['cement', 'flat-glass', 'ceramics'],
  NON_FERROUS_METALS: ['aluminium', 'non-ferrous'],
  PAPER: ['paper'],
};

export interface UsableMethods {
  readonly own: readonly MethodSummary[];
  readonly other: readonly MethodSummary[];
}

/** The editions an inventory can be run by, those of the enterprise's industry apart, those in force first. */
export function usableMethods(methods: readonly MethodSummary[], sector: string): UsableMethods {
  const sectors = (SECTORS as Readonly<Record<string, readonly string[]>>)[sector] ?? [];
  const usable = methods
    .filter(({ status }) => status !== 'text-not-confirmed')
    .toSorted((a, b) => Number(b.status === 'in-force') - Number(a.status === 'in-force'));
  return {
    own: usable.filter((method) => sectors.includes(method.sector)),
    other: usable.filter((method) => !sectors.includes(method.sector)),
  };
}
