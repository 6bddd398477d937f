import { BlockOutlined, EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented, Select, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { runsQuery, runToShow } from '@/shared/api/runs';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { viewListQuery, viewQuery, type ViewSummary } from '../api/views';
import { CategoryCard } from '../components/category-card';
import { ElectricityCard } from '../components/electricity-card';
import { EntriesDrawer } from '../components/entries-drawer';
import { HistoryCard } from '../components/history-card';
import { ReconciliationCard } from '../components/reconciliation-card';
import { SignificanceCard } from '../components/significance-card';
import { viewsTexts } from '../views-texts';

const FIRST = 'iso-14064-1-2018';
const urlSchema = z.object({
  view: z.string().catch(FIRST).default(FIRST),
  run: z.string().catch('').default(''),
});

/** A result in the order of another standard, with what the method does not calculate beside it. */
export function ViewsPage() {
  const t = useText(viewsTexts);
  const path = useScopePath();
  const { enterpriseId, enterprise, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const views = useQuery(viewListQuery(enterpriseId));
  const runs = useQuery(runsQuery(enterpriseId, year));
  const all = runs.data ?? [];
  const run = runToShow(all, enterprise.methods, url.run);
  const view = views.data?.find(({ id }) => id === url.view) ?? views.data?.[0];
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
              style={{ minWidth: 300 }}
              onChange={(id) => setUrl({ run: id })}
              options={all.map((one) => ({
                value: one.id,
                label: t('run.option', { method: one.method.number, number: one.number }),
              }))}
            />
          )
        }
      />
      <ProblemAlert error={runs.error ?? views.error} onRetry={() => void runs.refetch()} />
      {(runs.isPending || views.isPending) && <PageSkeleton />}
      {runs.data && !run && (
        <EmptyState
          icon={<BlockOutlined />}
          title={t('empty.title')}
          text={t('empty.text')}
          clause="6.3.1"
          action={
            <Link to={path('inventories')}>
              <Button type="primary">{t('empty.action')}</Button>
            </Link>
          }
        />
      )}
      {run && view && views.data && (
        <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Segmented
            style={{ justifySelf: 'start' }}
            value={view.id}
            onChange={(id) => setUrl({ view: id })}
            options={[...views.data]
              .sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST))
              .map((one) => ({ value: one.id, label: one.number }))}
          />
          <Result key={`${view.id} ${run.id}`} view={view} inventoryId={run.id} />
        </div>
      )}
    </>
  );
}

function Result({ view, inventoryId }: { readonly view: ViewSummary; readonly inventoryId: string }) {
  const t = useText(viewsTexts);
  const pick = usePick();
  const may = useMay();
  const { enterpriseId } = useScope();
  const [editing, setEditing] = useState(false);
  const shown = useQuery(viewQuery(enterpriseId, view.id, inventoryId));
  if (shown.isPending) return <PageSkeleton />;
  if (shown.error) return <ProblemAlert error={shown.error} onRetry={() => void shown.refetch()} />;
  const place = { view, shown: shown.data, inventoryId };
  return (
    <>
      <div style={{ display: 'flex', gap: 12, alignItems: 'baseline' }}>
        <Typography.Text type="secondary" style={{ flex: 1 }}>
          <ConfidenceMark confidence={asConfidence(view.confidence)} /> {pick(view.title)} ·{' '}
          {pick(view.citation)}
          {view.note && ` · ${pick(view.note)}`}
        </Typography.Text>
        {may('EVALUATION_EDIT') && (
          <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )}
      </div>
      {shown.data.problems.map((problem) => (
        <Alert key={problem.code} type="warning" showIcon title={pick(problem.message)} />
      ))}
      <CategoryCard {...place} />
      <ReconciliationCard {...place} />
      <ElectricityCard {...place} />
      {view.criteria.length > 0 && <SignificanceCard {...place} />}
      <HistoryCard shown={shown.data} />
      {editing && <EntriesDrawer view={view} shown={shown.data} onClose={() => setEditing(false)} />}
    </>
  );
}
