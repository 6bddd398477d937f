import { type InventoryHead } from '../api/get-inventory';
import { type FactorChoice } from '../api/run-inventory';

/** What the person has chosen so far. */
export interface RunPlan {
  readonly method: string;
  readonly from: string;
  readonly to: string;
  readonly factorSet: string | null;
  readonly factorChoices: Readonly<Record<string, FactorChoice>>;
}

export function startingPlan(year: number, methods: readonly string[], restating?: InventoryHead): RunPlan {
  return {
    method: restating?.method.id ?? methods[0] ?? '',
    from: restating?.period.from ?? `${year}-01`,
    to: restating?.period.to ?? `${year}-12`,
    factorSet: restating?.factorSet?.id ?? null,
    factorChoices: {},
  };
}
