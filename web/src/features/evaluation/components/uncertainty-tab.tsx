import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { type Run } from '@/shared/api/runs';
import {
  estimatesQuery,
  type UncertainInput,
  uncertaintyQuery,
  type UncertainValue,
} from '../api/uncertainty';
import { CorrelationCard } from './correlation-card';
import { EstimateCard } from './estimate-card';
import { UncertainInputDrawer } from './uncertain-input-drawer';
import { UncertainValues } from './uncertain-values';

interface Editing {
  readonly value: UncertainValue | null;
  readonly before: UncertainInput | null;
}

/** How uncertain the result is, what of, and what people know of each value (6.3.3-d). */
export function UncertaintyTab({ run }: { run: Run }) {
  const { enterpriseId } = useScope();
  const [editing, setEditing] = useState<Editing | null>(null);
  const known = useQuery(uncertaintyQuery(enterpriseId, run.id));
  const estimates = useQuery(estimatesQuery(enterpriseId, run.id));
  if (known.isPending || estimates.isPending) return <PageSkeleton />;
  if (!known.data || !estimates.data) {
    return (
      <ProblemAlert
        error={known.error ?? estimates.error}
        onRetry={() => void Promise.all([known.refetch(), estimates.refetch()])}
      />
    );
  }
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <ProblemAlert error={known.error ?? estimates.error} />
      <EstimateCard run={run} known={known.data} estimates={estimates.data} />
      <UncertainValues known={known.data} onEdit={(value, before) => setEditing({ value, before })} />
      <CorrelationCard known={known.data} />
      {editing && (
        <UncertainInputDrawer
          known={known.data}
          value={editing.value}
          before={editing.before}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
