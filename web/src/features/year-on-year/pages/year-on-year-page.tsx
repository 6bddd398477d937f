import { RiseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Select, Space, Typography } from 'antd';
import { Link } from 'react-router';
import { z } from 'zod';
import { methodsQuery } from '@/shared/api/list-methods';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { effectsQuery, yearlyInventoriesQuery } from '../api/effects';
import { EffectTable } from '../components/effect-table';
import { Waterfall } from '../components/waterfall';
import { yearOnYearTexts } from '../year-on-year-texts';

const urlSchema = z.object({
  method: z.string().catch('').default(''),
  before: z.string().catch('').default(''),
});

/** This year against the base year or any other (6.3.3-a). */
export function YearOnYearPage() {
  const t = useText(yearOnYearTexts);
  const path = useScopePath();
  const { enterpriseId, enterprise, year } = useScope();
  const [url, setUrl] = useUrlState(urlSchema);
  const runs = useQuery(yearlyInventoriesQuery(enterpriseId));
  const methods = useQuery(methodsQuery);
  const all = runs.data ?? [];
  const ofYear = all.filter(({ period }) => period.year === year);
  const offered = enterprise.methods.filter((id) => ofYear.some(({ method }) => method.id === id));
  const method = offered.includes(url.method) ? url.method : (offered[0] ?? '');
  const present = ofYear.find((one) => one.method.id === method);
  const others = all.filter((one) => one.method.id === method && one.period.year !== year);
  const before =
    others.find(({ period }) => String(period.year) === url.before) ??
    others.find(({ period }) => (period.year ?? 0) < year) ??
    others[0];
  const effects = useQuery({
    ...effectsQuery(enterpriseId, before?.id ?? '', present?.id ?? ''),
    enabled: before !== undefined && present !== undefined,
  });
  const years = { before: before?.period.year ?? 0, after: year };
  return (
    <>
      <PageHeader title={t('nav.title')} purpose={t('purpose')} />
      <ProblemAlert
        error={runs.error ?? methods.error ?? effects.error}
        onRetry={() => void runs.refetch()}
      />
      {(runs.isPending || (effects.isPending && effects.isFetching)) && <PageSkeleton />}
      {runs.data && (before === undefined || present === undefined) && (
        <EmptyState
          icon={<RiseOutlined />}
          title={t('empty.title')}
          text={t('empty.text')}
          clause="6.3.3-a"
          action={
            <Link to={path('inventories')}>
              <Button type="primary">{t('empty.action')}</Button>
            </Link>
          }
        />
      )}
      {effects.data && (
        <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Space wrap>
            <Select
              aria-label={t('method')}
              value={method}
              style={{ minWidth: 260 }}
              onChange={(value) => setUrl({ method: value })}
              options={offered.map((id) => ({
                value: id,
                label: methods.data?.find((one) => one.id === id)?.number ?? id,
              }))}
            />
            <Select
              aria-label={t('before')}
              value={String(years.before)}
              style={{ minWidth: 120 }}
              onChange={(value) => setUrl({ before: value })}
              options={others.map(({ period }) => ({
                value: String(period.year),
                label: String(period.year),
              }))}
            />
          </Space>
          {!effects.data.sameMethod && <Alert type="warning" showIcon title={t('differentMethod')} />}
          <Card>
            <Waterfall effects={effects.data} years={years} />
            <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
              {t('explain')}
            </Typography.Paragraph>
          </Card>
          <Card title={t('bySource')} styles={{ body: { padding: 0 } }}>
            <EffectTable effects={effects.data} years={years} />
          </Card>
        </div>
      )}
    </>
  );
}
