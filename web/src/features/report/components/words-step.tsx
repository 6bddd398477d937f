import { Form, Input } from 'antd';
import { usePick } from '@/shared/i18n/use-locale';
import { type ReportField } from '../api/get-reports';
import { type ReportPlan } from '../model/report-plan';

interface WordsStepProps {
  readonly fields: readonly ReportField[];
  readonly plan: ReportPlan;
  readonly onChange: (plan: ReportPlan) => void;
}

const LONG = [
  'changes',
  'quality',
  'missing',
  'explanation',
  'baseYear',
  'exclusions',
  'methods',
  'uncertainty',
];

/** What the form of the standard asks for beside figures. */
export function WordsStep({ fields, plan, onChange }: WordsStepProps) {
  const pick = usePick();
  return (
    <Form layout="vertical">
      {fields.map(({ field, label, required }) => {
        const id = `report-field-${field}`;
        const common = {
          id,
          maxLength: 2000,
          value: plan.entered[field] ?? '',
        };
        const enter = (words: string) => onChange({ ...plan, entered: { ...plan.entered, [field]: words } });
        return (
          <Form.Item key={field} label={pick(label)} required={required} htmlFor={id}>
            {LONG.includes(field) ? (
              <Input.TextArea {...common} rows={2} onChange={(event) => enter(event.target.value)} />
            ) : (
              <Input {...common} onChange={(event) => enter(event.target.value)} />
            )}
          </Form.Item>
        );
      })}
    </Form>
  );
}
