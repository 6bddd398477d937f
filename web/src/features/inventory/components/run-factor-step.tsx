import { useQuery } from '@tanstack/react-query';
import { Radio, Select, Typography } from 'antd';
import { type Factor, gridFactorsQuery, type MethodSummary } from '@/shared/api/list-methods';
import { formatExactQuantity } from '@/shared/format/quantity';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { inventoryTexts } from '../inventory-texts';
import { type RunPlan } from '../model/run-plan';

interface FactorStepProps {
  readonly method: MethodSummary;
  readonly plan: RunPlan;
  readonly onChange: (plan: RunPlan) => void;
}

const AS_PLANNED = '';

/** Which default factors are used: the edition's sets, and the grid factor for bought power, with source and confidence. */
export function FactorStep({ method, plan, onChange }: FactorStepProps) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const grid = useQuery(gridFactorsQuery);
  const electricity = method.sources.filter(({ category }) => category === 'electricity');
  const idOf = ({ table, row, column }: Pick<Factor, 'table' | 'row' | 'column'>) =>
    [table, row, column].join('\n');
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      {method.factorSets.length > 0 && (
        <section>
          <Typography.Text strong>{t('factorSet')}</Typography.Text>
          <Radio.Group
            value={plan.factorSet ?? method.factorSets[0]?.id}
            onChange={(event) => onChange({ ...plan, factorSet: event.target.value as string })}
            style={{ display: 'grid', gap: 8, marginTop: 8 }}
          >
            {method.factorSets.map(({ id, name }) => (
              <Radio key={id} value={id}>
                {pick(name)}
              </Radio>
            ))}
          </Radio.Group>
        </section>
      )}
      <ProblemAlert error={grid.error} onRetry={() => void grid.refetch()} />
      {electricity.map((source) => {
        const choice = plan.factorChoices[source.key];
        const chosen = choice && grid.data?.find((factor) => idOf(factor) === idOf(choice));
        return (
          <section key={source.key}>
            <Typography.Text strong>{t('gridFactor', { source: pick(source.name) })}</Typography.Text>
            <Select
              showSearch={{ optionFilterProp: 'search' }}
              loading={grid.isPending}
              aria-label={t('gridFactor', { source: pick(source.name) })}
              style={{ width: '100%', marginTop: 8 }}
              value={choice ? idOf(choice) : AS_PLANNED}
              onChange={(id: string) => {
                const { [source.key]: _, ...others } = plan.factorChoices;
                const factor = grid.data?.find((one) => idOf(one) === id);
                onChange({
                  ...plan,
                  factorChoices: factor
                    ? {
                        ...others,
                        [source.key]: { table: factor.table, row: factor.row, column: factor.column },
                      }
                    : others,
                });
              }}
              options={[
                { value: AS_PLANNED, label: t('gridFactor.planned'), search: t('gridFactor.planned') },
                ...(grid.data ?? []).map((factor) => ({
                  value: idOf(factor),
                  label: `${pick(factor.name)} · ${formatExactQuantity(factor.value, locale)}`,
                  search: `${factor.name.zh} ${factor.name.en} ${factor.value.value}`,
                })),
              ]}
            />
            <Typography.Paragraph type="secondary" style={{ margin: '6px 0 0', fontSize: 12 }}>
              {chosen ? (
                <>
                  {pick(chosen.tableTitle)} · {pick(chosen.citation)}{' '}
                  <ConfidenceMark confidence={asConfidence(chosen.confidence)} words />
                  {chosen.note && <> · {pick(chosen.note)}</>}
                </>
              ) : (
                t('gridFactor.plannedText')
              )}
            </Typography.Paragraph>
          </section>
        );
      })}
      {method.factorSets.length === 0 && electricity.length === 0 && (
        <Typography.Text type="secondary">{t('factors.none')}</Typography.Text>
      )}
    </div>
  );
}
