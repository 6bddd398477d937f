import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type z } from 'zod';

/**
 * Filters, tabs and paging live in the address, so that a link shows what its sender saw. `schema` is an object
 * of string-fed fields, each with `.catch(...)` or optional; values equal to the schema's defaults stay out of the address.
 */
export function useUrlState<S extends z.ZodObject>(
  schema: S,
  prefix = '',
): [z.output<S>, (change: Partial<z.input<S>>) => void] {
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const state = useMemo(
    () => schema.parse(read(new URLSearchParams(search), schema, prefix)),
    [search, schema, prefix],
  );
  const set = useCallback(
    (change: Partial<z.input<S>>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          const defaults: Record<string, unknown> = schema.parse({});
          for (const [key, value] of Object.entries(change)) {
            const text = write(value);
            if (text === '' || text === write(defaults[key])) next.delete(prefix + key);
            else next.set(prefix + key, text);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams, schema, prefix],
  );
  return [state, set];
}

function read(params: URLSearchParams, schema: z.ZodObject, prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of Object.keys(schema.shape)) {
    const value = params.get(prefix + key);
    if (value !== null) found[key] = value;
  }
  return found;
}

function write(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
