import { Button } from 'antd';
import { useState } from 'react';
import { type Right } from '@/shared/api/session';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { ReasonDialog } from '@/shared/approval/reason-dialog';
import { useText } from '@/shared/i18n/use-locale';
import { moveReport, type ReportStep } from '../api/act-on-report';
import { type Report, type ReportState } from '../api/get-reports';
import { reportTexts } from '../report-texts';
import { useReportChange } from './use-report-change';

const STEPS: Readonly<Partial<Record<ReportState, { step: ReportStep; right: Right }>>> = {
  DRAFT: { step: 'review', right: 'REPORT_EDIT' },
  IN_REVIEW: { step: 'approval', right: 'REPORT_EDIT' },
  APPROVED: { step: 'submission', right: 'REPORT_SUBMIT' },
  SUBMITTED: { step: 'final', right: 'REPORT_SUBMIT' },
  IN_VERIFICATION: { step: 'final', right: 'REPORT_SUBMIT' },
  FINAL: { step: 'archives', right: 'REPORT_ARCHIVE' },
};

/** The one step that comes next on the report's way, for those who may take it. */
export function NextStep({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const [asking, setAsking] = useState(false);
  const next = STEPS[report.head.state];
  const move = useReportChange(
    (reason: string) => moveReport(enterpriseId, report, next?.step ?? 'review', reason),
    () => setAsking(false),
  );
  if (!next || !may(next.right)) return null;
  const { step } = next;
  const reasoned = step === 'submission' || step === 'final';
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t(`do.${step}`)}
      </Button>
      {asking && (
        <ReasonDialog
          title={t(`do.${step}`)}
          text={t(`do.${step}.text`, { number: report.head.number, version: report.head.version })}
          label={t(step === 'submission' ? 'do.submission.reason' : 'do.final.reason')}
          required={step === 'submission'}
          hidden={!reasoned}
          okText={t(`do.${step}`)}
          pending={move.isPending}
          error={move.error}
          onOk={(reason) => move.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
