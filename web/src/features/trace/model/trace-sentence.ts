import { type Trace, type TraceInput } from '../api/get-trace';

export interface OriginCounts {
  readonly ledger: number;
  readonly factor: number;
  readonly constant: number;
}

/** How many leaves of each kind a figure rests on, routes opened up. */
export function countOrigins(inputs: readonly TraceInput[]): OriginCounts {
  const counts = { ledger: 0, factor: 0, constant: 0 };
  const walk = (list: readonly TraceInput[]) => {
    for (const input of list) {
      if (input.route) walk(input.route.inputs);
      else if (input.origin === 'LEDGER') counts.ledger++;
      else if (input.origin === 'FACTOR') counts.factor++;
      else counts.constant++;
    }
  };
  walk(inputs);
  return counts;
}

/** A figure that is added up from others, with no formula of its own. */
export function isSum({ parts, inputs }: Pick<Trace, 'parts' | 'inputs'>): boolean {
  return parts.length > 0 && inputs.length === 0;
}
