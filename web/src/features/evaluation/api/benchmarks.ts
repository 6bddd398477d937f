import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiPath, apiPost, apiPut } from '@/shared/api/client';
import { type Answer, type Body } from '@/shared/api/contract';

export type Benchmarks = Answer<'benchmark.show'>;
export type Benchmark = Benchmarks['benchmarks'][number];
export type Intensity = Benchmarks['intensities'][number];
export type BenchmarkBody = Body<'benchmark.enter'>;

const key = (enterpriseId: string) => ['evaluation', enterpriseId, 'benchmarks'];

export function benchmarksQuery(enterpriseId: string, inventoryId: string) {
  return queryOptions({
    queryKey: [...key(enterpriseId), inventoryId],
    queryFn: ({ signal }) =>
      apiGet<Benchmarks>(apiPath`/enterprises/${enterpriseId}/evaluation/benchmarks`, {
        query: { inventoryId },
        signal,
      }),
  });
}

export function useEnterBenchmark(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ before, body }: { before: Benchmark | null; body: BenchmarkBody }) =>
      before === null
        ? apiPost(apiPath`/enterprises/${enterpriseId}/evaluation/benchmarks`, body)
        : apiPut(apiPath`/enterprises/${enterpriseId}/evaluation/benchmarks/${before.id}`, body, {
            ifMatch: before.version,
          }),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}

export function useWithdrawBenchmark(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, reason }: { id: string; version: number; reason: string }) =>
      apiPost(
        apiPath`/enterprises/${enterpriseId}/evaluation/benchmarks/${id}/withdrawal`,
        { reason },
        { ifMatch: version },
      ),
    onSettled: () => client.invalidateQueries({ queryKey: key(enterpriseId) }),
  });
}
