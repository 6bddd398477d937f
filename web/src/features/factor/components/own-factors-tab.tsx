import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { methodsQuery } from '@/shared/api/list-methods';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatExact } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { type OwnFactor, ownFactorsQuery } from '../api/own-factors';
import { factorTexts } from '../factor-texts';
import { OwnFactorDrawer } from './own-factor-drawer';
import { OwnStateTag, ValidityTag } from './own-factor-tags';

const STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'RETIRED'] as const;
const VALIDITIES = ['NOT_YET', 'VALID', 'ENDS_SOON', 'ENDED'] as const;

/** The enterprise's own factors; those about to end are named first. */
export function OwnFactorsTab() {
  const t = useText(factorTexts);
  const may = useMay();
  const path = useScopePath();
  const navigate = useNavigate();
  const { enterpriseId } = useScope();
  const factors = useQuery(ownFactorsQuery(enterpriseId));
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  if (factors.isPending) return <TableSkeleton />;
  if (factors.error) return <ProblemAlert error={factors.error} onRetry={() => void factors.refetch()} />;
  const ending = factors.data.filter(
    ({ state, validity }) => state === 'APPROVED' && (validity === 'ENDS_SOON' || validity === 'ENDED'),
  );
  const add = may('FACTOR_EDIT') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('own.add')}
    </Button>
  );
  return (
    <Flex vertical gap={12}>
      {ending.length > 0 && (
        <Alert type="warning" showIcon title={t('own.expiring', { count: ending.length })} />
      )}
      <DataTable
        label={t('tab.own')}
        fileName="own-factors"
        urlPrefix="o."
        rows={factors.data}
        columns={columns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate(path(`factors/own/${id}`))}
        extra={factors.data.length > 0 ? add : null}
        empty={<EmptyState title={t('own.empty')} text={t('own.empty.text')} clause="6.3.1-c" action={add} />}
      />
      {adding && (
        <OwnFactorDrawer
          factor={null}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate(path(`factors/own/${id}`))}
        />
      )}
    </Flex>
  );
}

function useColumns(): readonly DataColumn<OwnFactor>[] {
  const t = useText(factorTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const methods = useQuery(methodsQuery).data ?? [];
  const numbers = new Map(methods.map(({ id, number }) => [id, number]));
  return [
    { key: 'number', title: t('own.number'), align: 'right', text: ({ number }) => String(number) },
    { key: 'name', title: t('column.name'), text: ({ name }) => pick(name) },
    {
      key: 'kind',
      title: t('own.kind'),
      text: ({ kind }) => t(`own.kind.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: (['MEASURED', 'SUPPLIER', 'SET'] as const).map((value) => ({
        value,
        label: t(`own.kind.${value}`),
      })),
    },
    { key: 'symbol', title: t('own.symbol'), text: ({ symbol }) => symbol },
    {
      key: 'value',
      title: t('own.value'),
      align: 'right',
      text: ({ value }) => value,
      render: ({ value }) => <span className="th-number">{formatExact(value)}</span>,
    },
    { key: 'unit', title: t('own.unit'), text: ({ unit }) => formatUnit(unit, locale) },
    { key: 'method', title: t('own.method'), text: ({ method }) => numbers.get(method) ?? method },
    { key: 'set', title: t('own.set'), text: ({ factorSet }) => factorSet ?? null, hiddenAtFirst: true },
    { key: 'period', title: t('own.period'), text: ({ validFrom, validTo }) => `${validFrom} – ${validTo}` },
    {
      key: 'state',
      title: t('own.state'),
      text: ({ state }) => t(`own.state.${state}`),
      filterValues: ({ state }) => [state],
      filters: STATES.map((value) => ({ value, label: t(`own.state.${value}`) })),
      render: ({ state }) => <OwnStateTag state={state} />,
    },
    {
      key: 'validity',
      title: t('own.validity'),
      text: ({ validity }) => t(`own.validity.${validity}`),
      filterValues: ({ validity }) => [validity],
      filters: VALIDITIES.map((value) => ({ value, label: t(`own.validity.${value}`) })),
      render: ({ validity }) => <ValidityTag validity={validity} />,
    },
  ];
}
