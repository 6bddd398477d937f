import { Radio, Select, Typography } from 'antd';
import { type MethodSummary } from '@/shared/api/list-methods';
import { formatMonth } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { StateTag } from '@/shared/ui/state-tag';
import { inventoryTexts } from '../inventory-texts';
import { type RunPlan } from '../model/run-plan';

interface MethodStepProps {
  readonly methods: readonly MethodSummary[];
  readonly own: readonly string[];
  readonly plan: RunPlan;
  readonly year: number;
  readonly fixed: boolean;
  readonly onChange: (plan: RunPlan) => void;
}

/** The method edition and the months. The enterprise's own methods come first; others of the catalogue can be chosen. */
export function MethodStep({ methods, own, plan, year, fixed, onChange }: MethodStepProps) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const offered = methods.filter(({ id }) => own.length === 0 || own.includes(id));
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const options = months.map((month) => ({ value: month, label: `${year} ${formatMonth(month, locale)}` }));
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      <section>
        <Typography.Text strong>{t('method')}</Typography.Text>
        <Radio.Group
          disabled={fixed}
          value={plan.method}
          onChange={(event) =>
            onChange({ ...plan, method: event.target.value as string, factorSet: null, factorChoices: {} })
          }
          style={{ display: 'grid', gap: 8, marginTop: 8 }}
        >
          {offered.map((method) => (
            <Radio key={method.id} value={method.id}>
              <span>
                {method.number} {pick(method.title)}
              </span>{' '}
              <StateTag tone={method.status === 'in-force' ? 'good' : 'due'}>
                {t(`methodStatus.${method.status}`)}
              </StateTag>
            </Radio>
          ))}
        </Radio.Group>
      </section>
      <section>
        <Typography.Text strong>{t('period')}</Typography.Text>
        <div style={{ display: 'flex', gap: 8, alignItems: 'center', marginTop: 8 }}>
          <Select
            aria-label={t('period.from')}
            disabled={fixed}
            value={plan.from}
            options={options}
            onChange={(from) => onChange({ ...plan, from, to: plan.to < from ? from : plan.to })}
            style={{ width: 140 }}
          />
          <span>–</span>
          <Select
            aria-label={t('period.to')}
            disabled={fixed}
            value={plan.to}
            options={options.filter(({ value }) => value >= plan.from)}
            onChange={(to) => onChange({ ...plan, to })}
            style={{ width: 140 }}
          />
        </div>
      </section>
    </div>
  );
}
