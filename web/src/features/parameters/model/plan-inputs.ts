import { type Method, type MethodInput } from '@/shared/api/list-methods';
import { type PlanInput } from './input-offer';
import { OUTPUT_SYMBOL, type PlanForm } from './plan-form';
import { DECLARED, familyOf } from './route-needs';

type Subject = Pick<PlanForm, 'subject' | 'source' | 'inputs'>;

/** The inputs an item of this kind has: those of the method, and members of families the form holds. */
export function inputsOf(
  { sources, production }: Pick<Method, 'sources' | 'production'>,
  { subject, source: key, inputs }: Subject,
): readonly PlanInput[] {
  if (subject === 'OUTPUT') return [plain(OUTPUT_SYMBOL, [])];
  if (subject === 'FACILITY') return production.inputs;
  const source = sources.find((one) => one.key === key);
  if (!source) return [];
  const own: PlanInput[] = source.inputs.filter(({ family }) => !family);
  const members = Object.keys(inputs ?? {}).flatMap((symbol) => {
    const family = source.inputs.find((one) => one.key === familyOf(source, symbol));
    return family ? [memberOf(family, symbol)] : [];
  });
  const declared = source.inputs.some((one) => one.key === DECLARED) ? [] : [plain(DECLARED, [source.unit])];
  return [...own, ...members, ...declared];
}

/** The families of a source, of which a row may carry several. */
export function familiesOf(
  { sources }: Pick<Method, 'sources'>,
  { subject, source }: Subject,
): readonly MethodInput[] {
  return subject === 'SOURCE'
    ? (sources.find(({ key }) => key === source)?.inputs ?? []).filter(({ family }) => family)
    : [];
}

function memberOf(family: MethodInput, symbol: string): PlanInput {
  const index = symbol.slice(family.key.length + 1);
  const name = { zh: `${family.name.zh} ${index}`, en: `${family.name.en} ${index}` };
  return { ...family, key: symbol, name };
}

/** An input the method has no words for; the screen names it. */
function plain(key: string, units: readonly string[]): PlanInput {
  return { key, name: { zh: '', en: '' }, units, accepts: [], measures: null, hasDefault: false };
}
