import { Alert, Descriptions } from 'antd';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type ReportField } from '../api/get-reports';
import { enteredWords, missingFields, type ReportPlan } from '../model/report-plan';
import { reportTexts } from '../report-texts';

/** What will be compiled, before it is. */
export function CompileSummary({
  plan,
  fields,
}: {
  readonly plan: ReportPlan;
  readonly fields: readonly ReportField[];
}) {
  const t = useText(reportTexts);
  const pick = usePick();
  const missing = missingFields(fields, plan);
  const filled = Object.keys(enteredWords(plan)).length;
  return (
    <>
      <Descriptions
        size="small"
        column={1}
        bordered
        items={[
          { key: 'kind', label: t('summary.kind'), children: `${t(`kind.${plan.kind}`)} ${plan.period}` },
          { key: 'method', label: t('field.method'), children: plan.method },
          {
            key: 'fields',
            label: t('summary.fields'),
            children: t('summary.filled', { filled, all: fields.length }),
          },
        ]}
      />
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t('summary.missing', { names: missing.map(({ label }) => pick(label)).join('、') })}
        />
      )}
    </>
  );
}
