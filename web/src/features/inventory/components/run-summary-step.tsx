import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions } from 'antd';
import { gridFactorsQuery, type MethodSummary } from '@/shared/api/list-methods';
import { formatExactQuantity } from '@/shared/format/quantity';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { inventoryTexts } from '../inventory-texts';
import { type RunPlan } from '../model/run-plan';

/** All choices once more before the run. */
export function SummaryStep({ method, plan }: { method: MethodSummary; plan: RunPlan }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const grid = useQuery(gridFactorsQuery);
  const set = method.factorSets.find(({ id }) => id === plan.factorSet) ?? method.factorSets[0];
  const choices = Object.entries(plan.factorChoices).map(([source, choice]) => {
    const factor = grid.data?.find(
      ({ table, row, column }) => table === choice.table && row === choice.row && column === choice.column,
    );
    return {
      key: source,
      label: pick(method.sources.find(({ key }) => key === source)?.name),
      children: factor ? `${pick(factor.name)} · ${formatExactQuantity(factor.value, locale)}` : choice.row,
    };
  });
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={[
          { key: 'method', label: t('method'), children: `${method.number} ${pick(method.title)}` },
          { key: 'period', label: t('period'), children: `${plan.from} – ${plan.to}` },
          ...(set ? [{ key: 'set', label: t('factorSet'), children: pick(set.name) }] : []),
          ...choices,
        ]}
      />
      {method.status === 'text-not-confirmed' && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={t('unconfirmed')}
          description={t('unconfirmed.text')}
        />
      )}
      <Alert type="info" showIcon style={{ marginTop: 12 }} title={t('run.consequence')} />
    </>
  );
}
