import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, Steps } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { compileReport, reviseReport } from '../api/act-on-report';
import { type Report, reportFieldsQuery } from '../api/get-reports';
import { enteredWords, needsInventory, type ReportPlan, startingPlan } from '../model/report-plan';
import { reportTexts } from '../report-texts';
import { BasisStep } from './basis-step';
import { CompileSummary } from './compile-summary';
import { WordsStep } from './words-step';

const REASON_MIN = 4;

interface CompileDrawerProps {
  readonly onClose: () => void;
  /** Compiles a new version of this report instead of a new report. */
  readonly revising?: Report;
}

/** Three steps to a report: what it is and rests on, what people state, summary. Nothing is saved before the end. */
export function CompileDrawer({ onClose, revising }: CompileDrawerProps) {
  const t = useText(reportTexts);
  const { enterpriseId, enterprise, year } = useScope();
  const path = useScopePath();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [step, setStep] = useState(0);
  const [reason, setReason] = useState('');
  const [plan, setPlan] = useState<ReportPlan>(() => startingPlan(year, enterprise.methods, revising));
  const fields = useQuery(
    reportFieldsQuery(enterpriseId, plan.kind, needsInventory(plan.kind) ? plan.method : null),
  );
  const compile = useMutation({
    mutationFn: () => {
      const common = {
        inventory: plan.inventory,
        template: plan.template,
        entered: enteredWords(plan),
      };
      return revising
        ? reviseReport(enterpriseId, revising, { ...common, reason: reason.trim() })
        : compileReport(enterpriseId, {
            ...common,
            kind: plan.kind,
            period: plan.period,
            method: needsInventory(plan.kind) ? plan.method : null,
          });
    },
    onSuccess: async (report) => {
      await client.invalidateQueries({ queryKey: ['reports', enterpriseId] });
      void message.success(t('compile.done', { number: report.head.number }));
      onClose();
      void navigate(path(`reports/${report.head.id}`));
    },
  });
  const last = step === 2;
  const blocked = !fields.data || (last && revising !== undefined && reason.trim().length < REASON_MIN);
  return (
    <Drawer
      open
      onClose={onClose}
      size={680}
      title={revising ? t('revise.title', { number: revising.head.number }) : t('compile')}
      footer={
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          {step > 0 && (
            <Button onClick={() => setStep(step - 1)} disabled={compile.isPending}>
              {t('back')}
            </Button>
          )}
          <Button
            type="primary"
            disabled={blocked}
            loading={compile.isPending}
            onClick={() => (last ? compile.mutate() : setStep(step + 1))}
          >
            {last ? t(revising ? 'revise.submit' : 'compile.submit') : t('next')}
          </Button>
        </div>
      }
    >
      <Steps
        size="small"
        current={step}
        items={[{ title: t('step.what') }, { title: t('step.words') }, { title: t('step.summary') }]}
        style={{ marginBottom: 20 }}
      />
      <ProblemAlert error={fields.error} onRetry={() => void fields.refetch()} />
      {step === 0 && <BasisStep plan={plan} fixed={revising !== undefined} onChange={setPlan} />}
      {step === 1 && fields.isPending && <TableSkeleton />}
      {step === 1 && fields.data && <WordsStep fields={fields.data} plan={plan} onChange={setPlan} />}
      {last && fields.data && (
        <>
          <CompileSummary plan={plan} fields={fields.data} />
          {revising && (
            <Form layout="vertical" style={{ marginTop: 16 }}>
              <Form.Item label={t('revise.reason')} required htmlFor="report-reason">
                <Input.TextArea
                  id="report-reason"
                  rows={3}
                  maxLength={400}
                  placeholder={t('revise.reason.hint')}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              </Form.Item>
            </Form>
          )}
          <div style={{ marginTop: 16 }}>
            <ProblemAlert error={compile.error} />
          </div>
        </>
      )}
    </Drawer>
  );
}
