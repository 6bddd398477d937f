import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Select } from 'antd';
import { methodsQuery } from '@/shared/api/list-methods';
import { useScope } from '@/shared/api/use-scope';
import { formatExactQuantity } from '@/shared/format/quantity';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type ReportKind, reportTemplatesQuery, type RunHead, runsQuery } from '../api/get-reports';
import { needsInventory, type ReportPlan } from '../model/report-plan';
import { reportTexts } from '../report-texts';

const KINDS: readonly ReportKind[] = [
  'ANNUAL',
  'SUPPLEMENT',
  'ISO_14064',
  'QUALITY_PLAN',
  'MONTHLY_EVIDENCE',
];
const MONTHS = 12;

interface BasisStepProps {
  readonly plan: ReportPlan;
  /** Kind and method stay as they are where a report is revised. */
  readonly fixed: boolean;
  readonly onChange: (plan: ReportPlan) => void;
}

/** What kind of report, by which method, from which run, on which template. */
export function BasisStep({ plan, fixed, onChange }: BasisStepProps) {
  const t = useText(reportTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { enterpriseId, enterprise, year } = useScope();
  const methods = useQuery(methodsQuery);
  const templates = useQuery(reportTemplatesQuery(enterpriseId));
  const runs = useQuery({
    ...runsQuery(enterpriseId, year, plan.method),
    enabled: needsInventory(plan.kind),
  });
  const runLabel = (run: RunHead) =>
    t('run.option', { number: run.number, total: formatExactQuantity(run.total, locale) }) +
    (run.provisional ? ` (${t('run.provisional')})` : '');
  const current = runs.data?.find(({ state }) => state === 'CURRENT');
  return (
    <Form layout="vertical">
      <Form.Item label={t('field.kind')} required htmlFor="report-kind">
        <Select
          id="report-kind"
          disabled={fixed}
          value={plan.kind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) =>
            onChange({
              ...plan,
              kind,
              inventory: null,
              period: kind === 'MONTHLY_EVIDENCE' ? `${year}-01` : String(year),
            })
          }
        />
      </Form.Item>
      {needsInventory(plan.kind) && (
        <>
          <Form.Item label={t('field.method')} required htmlFor="report-method">
            <Select
              id="report-method"
              disabled={fixed}
              value={plan.method}
              options={enterprise.methods.map((value) => {
                const method = methods.data?.find(({ id }) => id === value);
                return { value, label: method ? `${method.number} ${pick(method.title)}` : value };
              })}
              onChange={(method) => onChange({ ...plan, method, inventory: null })}
            />
          </Form.Item>
          <Form.Item label={t('field.run')} required extra={t('field.run.hint')} htmlFor="report-run">
            <Select
              id="report-run"
              loading={runs.isPending}
              value={plan.inventory ?? current?.id ?? null}
              options={(runs.data ?? []).map((run) => ({ value: run.id, label: runLabel(run) }))}
              onChange={(inventory) => onChange({ ...plan, inventory })}
            />
          </Form.Item>
          {runs.data?.length === 0 && (
            <Alert type="warning" showIcon title={t('run.none', { year })} style={{ marginBottom: 16 }} />
          )}
        </>
      )}
      {plan.kind === 'MONTHLY_EVIDENCE' && (
        <Form.Item label={t('field.month')} required htmlFor="report-month">
          <Select
            id="report-month"
            disabled={fixed}
            value={plan.period}
            options={Array.from({ length: MONTHS }, (_, index) => {
              const value = `${year}-${String(index + 1).padStart(2, '0')}`;
              return { value, label: value };
            })}
            onChange={(period) => onChange({ ...plan, period })}
          />
        </Form.Item>
      )}
      <Form.Item label={t('field.template')} required htmlFor="report-template">
        <Select
          id="report-template"
          value={plan.template ?? ''}
          options={[
            { value: '', label: t('field.template.house') },
            ...(templates.data?.items ?? [])
              .filter(({ problems }) => problems.length === 0)
              .map(({ id, name, version }) => ({ value: id, label: `${name} v${version}` })),
          ]}
          onChange={(id) => onChange({ ...plan, template: id === '' ? null : id })}
        />
      </Form.Item>
    </Form>
  );
}
