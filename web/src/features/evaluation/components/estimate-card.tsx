import { LineChartOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Input, Popover, Progress, Select, Space, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExact } from '@/shared/format/quantity';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type Run } from '@/shared/api/runs';
import { type Estimate, type Uncertainty, useEstimate } from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';
import { EstimateView } from './estimate-view';

const TRIALS = [10_000, 200_000, 1_000_000];
const USUAL_TRIALS = 200_000;

interface EstimateCardProps {
  readonly run: Run;
  readonly known: Uncertainty;
  readonly estimates: readonly Estimate[];
}

/** The newest estimate of the run, one in progress, and the way to ask for another. */
export function EstimateCard({ run, known, estimates }: EstimateCardProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const newest = estimates[0];
  const done = estimates.find((one) => one.state === 'DONE');
  const uncovered = known.values.filter(({ input }) => input === null).length;
  return (
    <Card
      title={t('u.result')}
      extra={may('EVALUATION_EDIT') && <AskForEstimate run={run} known={known} again={done !== undefined} />}
    >
      {newest?.state === 'RUNNING' && <Running estimate={newest} />}
      {newest?.state === 'FAILED' && (
        <Alert
          type="error"
          showIcon
          title={t('u.failed')}
          description={newest.failure && pick(newest.failure)}
          style={{ marginBottom: 12 }}
        />
      )}
      {newest?.state === 'INTERRUPTED' && (
        <Alert type="warning" showIcon title={t('u.interrupted')} style={{ marginBottom: 12 }} />
      )}
      {done && !done.upToDate && newest?.state !== 'RUNNING' && (
        <Alert type="warning" showIcon title={t('u.outdated')} style={{ marginBottom: 12 }} />
      )}
      {done?.result && <EstimateView run={run} known={known} estimate={done} result={done.result} />}
      {done && uncovered > 0 && (
        <Typography.Text type="secondary">{t('u.uncovered', { count: uncovered })}</Typography.Text>
      )}
      {!newest && (
        <EmptyState
          icon={<LineChartOutlined />}
          title={t('u.none.title')}
          text={t('u.none.text')}
          clause="6.3.3-d"
        />
      )}
    </Card>
  );
}

function Running({ estimate }: { estimate: Estimate }) {
  const t = useText(evaluationTexts);
  const words = t('u.running', {
    done: formatExact(String(estimate.done)),
    trials: formatExact(String(estimate.trials)),
  });
  return (
    <div style={{ marginBottom: 12 }} role="status">
      <Typography.Text>{words}</Typography.Text>
      <Progress
        percent={Math.floor((estimate.done / estimate.trials) * 100)}
        status="active"
        aria-label={words}
      />
    </div>
  );
}

interface AskProps {
  readonly run: Run;
  readonly known: Uncertainty;
  readonly again: boolean;
}

function AskForEstimate({ run, known, again }: AskProps) {
  const t = useText(evaluationTexts);
  const { enterpriseId } = useScope();
  const [open, setOpen] = useState(false);
  const [trials, setTrials] = useState(USUAL_TRIALS);
  const [seed, setSeed] = useState('');
  const estimate = useEstimate(enterpriseId);
  const seedIsFit = seed === '' || (/^\d{1,10}$/.test(seed) && Number(seed) <= 2_147_483_647);
  const form = (
    <div style={{ display: 'grid', gap: 8, width: 300 }}>
      <label htmlFor="estimate-trials">{t('u.trials')}</label>
      <Select
        id="estimate-trials"
        value={trials}
        onChange={setTrials}
        options={TRIALS.filter((one) => one <= known.mostTrials).map((value) => ({
          value,
          label: formatExact(String(value)),
        }))}
      />
      <label htmlFor="estimate-seed">{t('u.seed')}</label>
      <Input
        id="estimate-seed"
        inputMode="numeric"
        value={seed}
        status={seedIsFit ? '' : 'error'}
        placeholder={t('u.seed.auto')}
        onChange={(event) => setSeed(event.target.value.trim())}
      />
      <Typography.Text type="secondary">
        {t('u.limits', {
          least: formatExact(String(known.fewestTrials)),
          most: formatExact(String(known.mostTrials)),
        })}{' '}
        {t('u.limits.why', { most: formatExact(String(known.mostTrials)) })}
      </Typography.Text>
      <ProblemAlert error={estimate.error} />
      <Space>
        <Button
          type="primary"
          disabled={!seedIsFit}
          loading={estimate.isPending}
          onClick={() =>
            estimate.mutate(
              { inventoryId: run.id, trials, seed: seed === '' ? null : Number(seed) },
              { onSuccess: () => setOpen(false) },
            )
          }
        >
          {t('u.run')}
        </Button>
      </Space>
    </div>
  );
  return (
    <Popover content={form} trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen}>
      <Button
        {...(again ? {} : { type: 'primary' as const })}
        disabled={known.inputs.length === 0}
        title={known.inputs.length === 0 ? t('u.noInputs') : ''}
      >
        {t(again ? 'u.again' : 'u.run')}
      </Button>
    </Popover>
  );
}
