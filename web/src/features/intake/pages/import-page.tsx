import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { formatBytes } from '@/shared/ui/voucher-list';
import { type ImportPreview, importQuery } from '../api/get-import';
import { CheckStep } from '../components/check-step';
import { ImportStateTag } from '../components/import-state-tag';
import { ImportSteps, type Step } from '../components/import-steps';
import { MappingStep } from '../components/mapping-step';
import { ResultStep } from '../components/result-step';
import { SummaryStep } from '../components/summary-step';
import { importsTexts } from '../imports-texts';

const urlSchema = z.object({
  step: z.enum(['check', 'mapping', 'summary']).catch('check').default('check'),
});

/** One uploaded file on its way into the ledger: check, mapping, summary, result. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const { enterpriseId } = useScope();
  const preview = useQuery(importQuery(enterpriseId, importId));
  if (preview.isPending) return <PageSkeleton />;
  if (preview.error) return <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />;
  return <Wizard preview={preview.data} />;
}

function Wizard({ preview }: { preview: ImportPreview }) {
  const t = useText(importsTexts);
  const navigate = useNavigate();
  const path = useScopePath();
  const [url, setUrl] = useUrlState(urlSchema);
  const { state, counts } = preview;
  const rejected = state === 'REJECTED';
  const step: Step = state === 'COMMITTED' ? 'result' : rejected ? 'check' : url.step;
  const go = (to: Step) => {
    if (to === 'file') void navigate(path('imports/new'));
    else if (to !== 'result') setUrl({ step: to });
  };
  const another = <Button onClick={() => go('file')}>{t('another')}</Button>;
  const footer = {
    file: null,
    check: rejected ? (
      another
    ) : (
      <>
        {another}
        <Button type="primary" onClick={() => go('mapping')}>
          {t('next.mapping')}
        </Button>
      </>
    ),
    mapping: (
      <>
        <Button onClick={() => go('check')}>{t('back')}</Button>
        <Button type="primary" disabled={counts.undecided > 0} onClick={() => go('summary')}>
          {counts.undecided > 0 ? t('next.undecided', { count: counts.undecided }) : t('next.summary')}
        </Button>
      </>
    ),
    summary: null,
    result: null,
  };
  return (
    <>
      <PageHeader
        title={preview.file.name}
        purpose={t('import.purpose', { year: preview.year, size: formatBytes(preview.file.sizeBytes) })}
        state={<ImportStateTag state={state} />}
        actions={footer[step]}
      />
      <ImportSteps step={step} failed={rejected} onStep={go} />
      {step === 'check' && <CheckStep preview={preview} />}
      {step === 'mapping' && <MappingStep preview={preview} />}
      {step === 'summary' && <SummaryStep preview={preview} onBack={() => go('mapping')} />}
      {step === 'result' && <ResultStep preview={preview} />}
    </>
  );
}
