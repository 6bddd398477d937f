import type { components, operations } from '../../../generated/schema';

/*
 * What the server takes and gives, as openapi.json states it. `generated/schema.ts` is made from that file before
 * each check and each build, so a change of the server that a screen does not follow does not compile.
 */

type Operation = keyof operations;

type JsonOf<T> = T extends { readonly content: { readonly 'application/json': infer Json } } ? Json : never;

type Success<Responses> = JsonOf<Responses[keyof Responses & (200 | 201)]>;

/** A type of the contract by its name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What an operation answers. */
export type Answer<Op extends Operation> = Success<operations[Op]['responses']>;

/** One entry of the list an operation answers. */
export type Item<Op extends Operation> =
  Answer<Op> extends { readonly items: readonly (infer One)[] } ? One : never;

/** What an operation takes. */
export type Body<Op extends Operation> = JsonOf<NonNullable<operations[Op]['requestBody']>>;
