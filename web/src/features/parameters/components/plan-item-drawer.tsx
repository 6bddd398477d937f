import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { factorsQuery, methodQuery } from '@/shared/api/list-methods';
import { type Parameter } from '@/shared/api/list-parameters';
import { unitsQuery } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import {
  addPlanItem,
  changePlanItem,
  ownFactorsQuery,
  type PlanItem,
  type PlanItemDefinition,
} from '../api/method-plans';
import { methodPlanTexts } from '../method-plan-texts';
import { inputsOf } from '../model/plan-inputs';
import { definitionOf, facilityLabel, formOf, type PlanForm } from '../model/plan-form';
import { PlanItemForm } from './plan-item-form';

interface PlanItemDrawerProps {
  readonly method: string;
  /** null makes a new one. */
  readonly item: PlanItem | null;
  /** The other items of the plan. */
  readonly items: readonly PlanItem[];
  readonly parameters: readonly Parameter[];
  readonly onClose: () => void;
}

/** One item of the plan: what it is, where it belongs, and what feeds each input. */
export function PlanItemDrawer({ method, item, items, parameters, onClose }: PlanItemDrawerProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [form] = Form.useForm<PlanForm>();
  const edition = useQuery(methodQuery(method));
  const units = useQuery(unitsQuery(enterpriseId));
  const factors = useQuery(factorsQuery);
  const ownFactors = useQuery(ownFactorsQuery(enterpriseId));
  const definition = item?.definition;
  const save = useMutation({
    mutationFn: (next: PlanItemDefinition) =>
      item ? changePlanItem(enterpriseId, item, next) : addPlanItem(enterpriseId, next),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['method-plans', enterpriseId] });
      await client.invalidateQueries({ queryKey: ['parameters', enterpriseId] });
      void message.success(t('saved'));
      onClose();
    },
  });
  const submit = () => {
    if (!edition.data) return;
    // Everything in the store, also fields of sections that are folded.
    const values = form.getFieldsValue(true) as PlanForm;
    const source = edition.data.sources.find(({ key }) => key === values.source);
    const inputs = inputsOf(edition.data, values);
    const unit = units.data?.find(({ id }) => id === values.facilityUnitId);
    const kept = definition?.facilityUnitId === unit?.id ? definition?.labels['facility'] : undefined;
    save.mutate(
      definitionOf(values, {
        method,
        position: items.length + 1,
        labels: values.subject === 'SOURCE' ? (source?.labels ?? []) : [],
        takes: (symbol) => inputs.some(({ key }) => key === symbol),
        facility:
          kept ??
          facilityLabel(
            unit,
            items.map((one) => one.definition),
          ),
        present: definition,
      }),
    );
  };
  const error = edition.error ?? units.error ?? factors.error ?? ownFactors.error;
  const ready = edition.data && units.data && factors.data && ownFactors.data;
  return (
    <Drawer
      open
      onClose={onClose}
      size={820}
      title={item ? pick(item.definition.itemName) : t('add')}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => form.submit()}>
            {t('save')}
          </Button>
        </div>
      }
    >
      {!ready && !error && <TableSkeleton />}
      <ProblemAlert error={error} />
      {ready && (
        <Form<PlanForm>
          form={form}
          layout="vertical"
          scrollToFirstError
          initialValues={formOf(definition, year)}
          onFinish={submit}
        >
          <PlanItemForm
            edition={edition.data}
            changing={item !== null}
            units={units.data}
            sources={{ parameters, factors: factors.data, ownFactors: ownFactors.data }}
          />
        </Form>
      )}
      <ProblemAlert error={save.error} />
    </Drawer>
  );
}
