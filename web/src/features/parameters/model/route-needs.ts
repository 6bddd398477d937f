import { type MethodRoute, type MethodSource, type MethodSymbol } from '@/shared/api/list-methods';

/** Something a row of a source still lacks: one of the inputs or labels named. */
export interface Need {
  readonly symbol: string;
  readonly oneOf: readonly string[];
}

export interface RouteNeeds {
  readonly missing: readonly Need[];
  /** Inputs given that no route taken reads; a run refuses them. */
  readonly unused: readonly string[];
  /** The routes taken, for symbols that have more than one. */
  readonly routes: readonly { readonly symbol: MethodSymbol; readonly route: MethodRoute }[];
}

interface Row {
  readonly given: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** The reading the units of the row ask for; null while unknown. */
  readonly variant: string | null;
}

/** The family a symbol with an index belongs to, such as `V` for `V_CH4`. */
export function familyOf(source: Pick<MethodSource, 'inputs'>, symbol: string): string | undefined {
  if (source.inputs.some(({ key }) => key === symbol)) return undefined;
  return source.inputs
    .filter(({ key, family }) => family && symbol.startsWith(`${key}_`))
    .map(({ key }) => key)
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Which variant the unit of the deciding input asks for. */
export function variantOf(
  { variants, decidedBy }: Pick<MethodSource, 'variants' | 'decidedBy'>,
  measuresOf: (symbol: string) => string | undefined,
): string | null {
  if (decidedBy.length === 0) return variants[0]?.id ?? null;
  for (const symbol of decidedBy) {
    const measures = measuresOf(symbol);
    if (measures !== undefined) return variants.find((one) => one.measures === measures)?.id ?? null;
  }
  return null;
}

/**
 * Follows the method's routes for the inputs and labels given, as a run does: the first route whose leading input is
 * there is taken. A hint while the item is made; a run judges by itself.
 */
export function routeNeeds(source: MethodSource, row: Row): RouteNeeds {
  const missing: Need[] = [];
  const routes: { symbol: MethodSymbol; route: MethodRoute }[] = [];
  const used = new Set<string>(source.keptUnused);
  const done = new Set<string>();
  const given = (symbol: string) =>
    row.given.has(symbol) || [...row.given].some((one) => familyOf(source, one) === symbol);
  const led = ({ lead, leadLabel, beside }: MethodRoute) =>
    ((lead !== null && given(lead)) || (leadLabel !== null && row.labels.has(leadLabel))) &&
    (beside === null || row.given.has(beside));
  const input = (key: string) => {
    used.add(key);
    const known = source.inputs.find((one) => one.key === key);
    if (known && !given(key) && !known.family && !known.absentIsZero && !known.hasDefault)
      missing.push({ symbol: key, oneOf: [key] });
  };
  const need = (uses: readonly string[], self: string) => {
    for (const name of uses) {
      const symbol = name === self ? undefined : source.symbols.find(({ key }) => key === name);
      if (symbol) follow(symbol);
      else input(name);
    }
  };
  const follow = (symbol: MethodSymbol) => {
    if (done.has(symbol.key)) return;
    done.add(symbol.key);
    const open = symbol.routes.filter(
      ({ variants }) => row.variant === null || variants.includes(row.variant),
    );
    const route = open.find((one) => led(one) || (one.lead === null && one.leadLabel === null));
    if (!route) {
      missing.push({
        symbol: symbol.key,
        oneOf: open.flatMap(({ lead, leadLabel }) => [lead, leadLabel].filter((one) => one !== null)),
      });
      return;
    }
    if (open.length > 1) routes.push({ symbol, route });
    need(route.formula.uses, symbol.key);
  };
  // A declared amount stands for all other inputs.
  if (!row.given.has(DECLARED)) need(source.formula?.uses ?? [DECLARED], '');
  else used.add(DECLARED);
  return {
    missing: unique(missing),
    unused: [...row.given].filter((symbol) => !used.has(symbol) && !used.has(familyOf(source, symbol) ?? '')),
    routes,
  };
}

export const DECLARED = 'E';

function unique(needs: readonly Need[]): Need[] {
  return needs.filter(({ symbol }, index) => needs.findIndex((one) => one.symbol === symbol) === index);
}
