import { CalculatorOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Tabs } from 'antd';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { type Translate, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Run, runsQuery, runToShow } from '@/shared/api/runs';
import { AllowanceTab } from '../components/allowance-tab';
import { BaseYearTab } from '../components/base-year-tab';
import { BenchmarkTab } from '../components/benchmark-tab';
import { FlueGasTab } from '../components/flue-gas-tab';
import { GapTab } from '../components/gap-tab';
import { UncertaintyTab } from '../components/uncertainty-tab';
import { evaluationTexts } from '../evaluation-texts';

const TABS = ['allowance', 'uncertainty', 'base', 'benchmarks', 'fluegas', 'gaps'] as const;
const urlSchema = z.object({
  run: z.string().catch('').default(''),
  tab: z.enum(TABS).catch('allowance').default('allowance'),
});

/** One result held against what tells how good it is (6.3.3). */
export function EvaluationPage() {
  const t = useText(evaluationTexts);
  const path = useScopePath();
  const { enterpriseId, enterprise, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const runs = useQuery(runsQuery(enterpriseId, year));
  const all = runs.data ?? [];
  const run = runToShow(all, enterprise.methods, url.run);
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          run && (
            <Select
              aria-label={t('run')}
              value={run.id}
              style={{ minWidth: 340 }}
              onChange={(id) => setUrl({ run: id })}
              options={all.map((one) => ({ value: one.id, label: runName(one, t) }))}
            />
          )
        }
      />
      <ProblemAlert error={runs.error} onRetry={() => void runs.refetch()} />
      {runs.isPending && <PageSkeleton />}
      {runs.data && !run && (
        <EmptyState
          icon={<CalculatorOutlined />}
          title={t('empty.title')}
          text={t('empty.text')}
          clause="6.3.3"
          action={
            <Link to={path('inventories')}>
              <Button type="primary">{t('empty.action')}</Button>
            </Link>
          }
        />
      )}
      {run && (
        <Tabs
          activeKey={url.tab}
          onChange={(tab) => setUrl({ tab: tab as (typeof TABS)[number] })}
          items={TABS.map((key) => ({
            key,
            label: t(`tab.${key}`),
            children: url.tab === key ? content(key, run) : null,
          }))}
        />
      )}
    </>
  );
}

function content(tab: (typeof TABS)[number], run: Run): ReactNode {
  switch (tab) {
    case 'allowance':
      return <AllowanceTab key={run.id} run={run} />;
    case 'base':
      return <BaseYearTab key={run.method.id} run={run} />;
    case 'benchmarks':
      return <BenchmarkTab key={run.id} run={run} />;
    case 'fluegas':
      return <FlueGasTab key={run.id} run={run} />;
    case 'gaps':
      return <GapTab key={run.id} run={run} />;
    case 'uncertainty':
      return <UncertaintyTab key={run.id} run={run} />;
  }
}

function runName(run: Run, t: Translate<'run.option' | 'run.superseded'>): string {
  const { from, to, year } = run.period;
  const name = t('run.option', {
    method: run.method.number,
    period: year === null ? `${from} – ${to}` : String(year),
    number: run.number,
  });
  return run.state === 'CURRENT' ? name : `${name}${t('run.superseded')}`;
}
