import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useEffect } from 'react';
import { apiGet } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { type Bilingual, usePick, useText } from '@/shared/i18n/use-locale';
import { frameTexts } from './frame-texts';
import './demo-progress.css';

/** Only a demonstration answers this, so the contract does not hold it. */
interface DemoState {
  readonly active: boolean;
  readonly finished: boolean;
  readonly failed: Bilingual | null;
  readonly steps: readonly {
    readonly key: string;
    readonly name: Bilingual;
    readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  }[];
}

const POLL_MILLIS = 1500;

const demoStateQuery = queryOptions({
  queryKey: ['demo-progress'],
  queryFn: ({ signal }) => apiGet<DemoState>('/demo/progress', { signal }),
  refetchInterval: ({ state: { data } }) => (data?.active && !data.failed ? POLL_MILLIS : false),
  staleTime: Infinity,
});

/** While the sample enterprises are being entered: how far that is. Pages read again what each step brought. */
export function DemoProgress() {
  const t = useText(frameTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { demo } = useSession();
  const { data } = useQuery({ ...demoStateQuery, enabled: demo });
  const steps = data?.steps ?? [];
  const done = steps.filter(({ state }) => state === 'DONE').length;
  useEffect(() => {
    if (done > 0) {
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== demoStateQuery.queryKey[0],
        refetchType: 'active',
      });
    }
  }, [client, done]);
  if (!data || (!data.active && !data.failed)) return null;
  const now = steps.find(({ state }) => state === 'RUNNING' || state === 'FAILED') ?? steps[done];
  return (
    <div className="th-demo-progress" role="status">
      <strong>{t(data.failed ? 'demo.failed' : 'demo.loading', { done, all: steps.length })}</strong>
      <Progress
        aria-label={t('demo.loading', { done, all: steps.length })}
        percent={Math.round((done / Math.max(steps.length, 1)) * 100)}
        size="small"
        showInfo={false}
        {...(data.failed ? { status: 'exception' as const } : {})}
      />
      <span>{data.failed ? pick(data.failed) : now && pick(now.name)}</span>
    </div>
  );
}
