import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/** Server data lives here. A refusal is final; only failures of the line are tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) =>
          count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
        refetchOnWindowFocus: false,
      },
    },
  });
}
