import { type Factor, type MethodInput } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';

/** An input of a source or of production; one without `measures` takes any unit. */
export type PlanInput = Pick<MethodInput, 'key' | 'name' | 'units' | 'accepts' | 'hasDefault'> & {
  readonly measures: readonly string[] | null;
};

/** Whether a unit that measures this converts to one the input takes. */
export function fits(input: Pick<PlanInput, 'measures'>, measures: string): boolean {
  return input.measures === null || input.measures.includes(measures);
}

/** The parameters whose unit converts, and of those only stocks where the stock at the start is asked for. */
export function fittingParameters(
  input: PlanInput,
  parameters: readonly Parameter[],
  use: 'MONTH' | 'OPENING',
): readonly Parameter[] {
  return parameters.filter(
    ({ measures, kind }) => fits(input, measures) && (use === 'MONTH' || kind === 'STOCK'),
  );
}

/** The published values that fit, those of the input's own name first. */
export function fittingFactors(input: PlanInput, factors: readonly Factor[]): readonly Factor[] {
  const fitting = factors.filter(({ measures }) => fits(input, measures));
  const [symbol = ''] = input.key.split('_');
  const rank = ({ column }: Factor) => (column === input.key ? 0 : column === symbol ? 1 : 2);
  return fitting.toSorted((a, b) => rank(a) - rank(b));
}

/** Units to write a constant in: the input's own, then those its parameters are kept in. */
export function constantUnits(input: PlanInput, parameters: readonly Parameter[]): readonly string[] {
  const kept = fittingParameters(input, parameters, 'MONTH').map(({ unit }) => unit);
  return [...new Set([...input.units, ...input.accepts, ...kept])];
}
