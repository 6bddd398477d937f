import { Alert, Form } from 'antd';
import { type MethodSource } from '@/shared/api/list-methods';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { methodPlanTexts } from '../method-plan-texts';
import { type PlanInput } from '../model/input-offer';
import { labelName } from '../model/label-name';
import { type PlanForm } from '../model/plan-form';
import { type Need, routeNeeds, variantOf } from '../model/route-needs';
import { type BindingSources } from './binding-field';

interface PlanNeedsProps {
  readonly source: MethodSource | undefined;
  readonly values: PlanForm;
  readonly inputs: readonly PlanInput[];
  /** The inputs that are fully bound. */
  readonly bound: readonly string[];
  readonly sources: BindingSources;
}

/** What the item still needs before a run can use it; one that feeds nothing cannot be saved. */
export function PlanNeeds({ source, values, inputs, bound, sources }: PlanNeedsProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const nameOf = (symbol: string) => {
    const name = pick(
      inputs.find(({ key }) => key === symbol)?.name ??
        source?.symbols.find(({ key }) => key === symbol)?.name,
    );
    return source?.labels.includes(symbol) ? labelName(symbol, t) : name ? `${symbol} ${name}` : symbol;
  };
  const inWords = ({ symbol, oneOf }: Need) =>
    oneOf.length > 1
      ? t('needs.oneOf', { symbol: nameOf(symbol), names: oneOf.map(nameOf).join(t('needs.or')) })
      : nameOf(oneOf[0] ?? symbol);
  const labels = new Set(Object.keys(values.labels ?? {}).filter((label) => values.labels?.[label]));
  const needs =
    source &&
    routeNeeds(source, {
      given: new Set(bound),
      labels,
      variant: variantOf(source, (symbol) => measuresOf(values, symbol, sources)),
    });
  const unnamed = (source?.choices ?? [])
    .filter(({ label, standIn }) => standIn === null && !labels.has(label))
    .map(({ label }) => labelName(label, t));
  const complete = needs && needs.missing.length === 0 && needs.unused.length === 0;
  return (
    <>
      <Form.Item
        name="fed"
        style={{ marginBottom: 0 }}
        rules={[
          {
            validator: () =>
              bound.length > 0 ? Promise.resolve() : Promise.reject(new Error(t('needs.nothing'))),
          },
        ]}
      >
        <span />
      </Form.Item>
      {needs && bound.length > 0 && (
        <Alert
          showIcon
          type={complete && unnamed.length === 0 ? 'success' : 'warning'}
          title={t(complete && unnamed.length === 0 ? 'needs.complete' : 'needs.title')}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 18 }}>
              {needs.routes.map(({ symbol, route }) => (
                <li key={symbol.key}>
                  {t('needs.route', { symbol: nameOf(symbol.key), route: pick(route.name) })}
                </li>
              ))}
              {needs.missing.map((need) => (
                <li key={`missing ${need.symbol}`}>{t('needs.missing', { inputs: inWords(need) })}</li>
              ))}
              {unnamed.length > 0 && <li>{t('needs.label', { labels: unnamed.join(', ') })}</li>}
              {needs.unused.length > 0 && (
                <li>{t('needs.unused', { inputs: needs.unused.map(nameOf).join(', ') })}</li>
              )}
            </ul>
          }
        />
      )}
    </>
  );
}

/** What the value bound to an input measures, as far as the screen knows. */
function measuresOf(values: PlanForm, symbol: string, sources: BindingSources): string | undefined {
  const draft = values.inputs?.[symbol];
  const id = draft?.parameterId ?? draft?.terms?.[0]?.parameterId;
  return sources.parameters.find((one) => one.id === id)?.measures;
}
