import { CalculatorOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { enterprisesQuery } from '@/shared/api/get-enterprise';
import { type MethodSummary } from '@/shared/api/list-methods';
import { sessionQuery } from '@/shared/api/session';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { chooseMethod } from '../api/choose-method';
import { methodPlanTexts } from '../method-plan-texts';
import { usableMethods } from '../model/usable-methods';

/** For an enterprise without a method: the editions to choose from, those of its industry first. */
export function ChooseMethod({ methods }: { readonly methods: readonly MethodSummary[] }) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const may = useMay();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, enterprise } = useScope();
  const { own, other } = usableMethods(methods, enterprise.sector);
  const [chosen, setChosen] = useState(own[0]?.id);
  const save = useMutation({
    mutationFn: (method: string) => chooseMethod(enterpriseId, method),
    onSuccess: async (_, method) => {
      await client.invalidateQueries({ queryKey: enterprisesQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['enterprise', enterpriseId] });
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      const number = methods.find(({ id }) => id === method)?.number ?? method;
      void message.success(t('noMethod.done', { method: number }));
    },
  });
  const editable = may('ENTERPRISE_EDIT');
  const options = (group: readonly MethodSummary[]) =>
    group.map(({ id, number, title }) => ({ value: id, label: `${number} ${pick(title)}` }));
  return (
    <>
      <EmptyState
        icon={<CalculatorOutlined />}
        title={t('noMethod.title')}
        text={t(editable ? 'noMethod.text' : 'noMethod.textReadOnly')}
        action={
          editable && (
            <div style={{ display: 'flex', gap: 8 }}>
              <Select
                aria-label={t('noMethod.choose')}
                placeholder={t('noMethod.choose')}
                style={{ width: 440, textAlign: 'start' }}
                showSearch={{ optionFilterProp: 'label' }}
                value={chosen ?? null}
                options={[
                  { label: t('noMethod.own'), options: options(own) },
                  { label: t('noMethod.other'), options: options(other) },
                ].filter((group) => group.options.length > 0)}
                onChange={setChosen}
              />
              <Button
                type="primary"
                disabled={!chosen}
                loading={save.isPending}
                onClick={() => chosen && save.mutate(chosen)}
              >
                {t('noMethod.submit')}
              </Button>
            </div>
          )
        }
      />
      <ProblemAlert error={save.error} />
    </>
  );
}
