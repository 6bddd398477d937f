import { useQuery } from '@tanstack/react-query';
import { Drawer, Typography } from 'antd';
import { apiGet, apiPath } from '@/shared/api/client';
import { type Quantity } from '@/shared/format/quantity';
import { type Bilingual, usePick } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { type FigureRef } from '@/shared/ui/trace-context';

interface TraceHead extends Quantity {
  readonly label: Bilingual;
}

/** Where one figure comes from, from the right, over the page it stands on. */
export function TraceDrawer({ figure, onClose }: { figure: FigureRef; onClose: () => void }) {
  const pick = usePick();
  const { enterpriseId, inventoryId, figureId } = figure;
  const trace = useQuery({
    queryKey: ['trace', enterpriseId, inventoryId, figureId],
    queryFn: ({ signal }) =>
      apiGet<TraceHead>(
        apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/figures/${figureId}/trace`,
        {
          signal,
        },
      ),
    staleTime: Infinity,
  });
  return (
    <Drawer open onClose={onClose} size={640} title={pick(trace.data?.label)}>
      {trace.isPending && <TableSkeleton />}
      <ProblemAlert error={trace.error} onRetry={() => void trace.refetch()} />
      {trace.data && (
        <Typography.Title level={2}>
          <Figure quantity={trace.data} />
        </Typography.Title>
      )}
    </Drawer>
  );
}
