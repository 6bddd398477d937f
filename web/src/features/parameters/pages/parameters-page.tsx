import { DashboardOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Parameter, parametersQuery } from '@/shared/api/list-parameters';
import { unitsQuery } from '@/shared/api/list-units';
import { parameterName } from '@/shared/api/parameter-name';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { ParameterDrawer } from '../components/parameter-drawer';
import { parametersTexts } from '../parameters-texts';

const KINDS = ['FLOW', 'STOCK', 'QUALITY', 'OUTPUT', 'STATE'] as const;
const WAYS = ['MEASURED', 'CALCULATED', 'DEFAULT', 'SUPPLIER'] as const;

/** What the plant watches, month by month, and which method inputs it feeds. */
export function ParametersPage() {
  const t = useText(parametersTexts);
  const { locale } = useLocale();
  const may = useMay();
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const [open, setOpen] = useState<Parameter | 'new' | null>(null);
  const parameters = useQuery(parametersQuery(enterpriseId, year));
  const units = useQuery(unitsQuery(enterpriseId));
  const unitNames = new Map(
    (units.data ?? []).map(({ id, name, nameEn }) => [id, locale === 'en' ? (nameEn ?? name) : name]),
  );
  const sheets = [...new Set((parameters.data ?? []).map(({ sheet }) => sheet ?? ''))];
  const columns: readonly DataColumn<Parameter>[] = [
    { key: 'name', title: t('column.name'), text: (parameter) => parameterName(parameter, locale) },
    {
      key: 'sheet',
      title: t('column.sheet'),
      text: ({ sheet }) => sheet,
      filters: sheets.map((value) => ({ value, label: value })),
    },
    {
      key: 'unit',
      title: t('column.unit'),
      text: ({ unit, unitAsWritten }) => (locale === 'en' ? formatUnit(unit, locale) : unitAsWritten),
    },
    {
      key: 'place',
      title: t('column.place'),
      text: ({ unitId }) => (unitId === null ? null : (unitNames.get(unitId) ?? null)),
    },
    {
      key: 'kind',
      title: t('column.kind'),
      text: ({ kind }) => t(`kind.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'obtained',
      title: t('column.obtained'),
      text: ({ obtainedBy }) => t(`obtained.${obtainedBy}`),
      filterValues: ({ obtainedBy }) => [obtainedBy],
      filters: WAYS.map((value) => ({ value, label: t(`obtained.${value}`) })),
    },
    { key: 'responsible', title: t('column.responsible'), text: ({ responsible }) => responsible },
    {
      key: 'bindings',
      title: t('column.bindings'),
      align: 'right',
      text: ({ bindings }) => String(bindings.length),
      filterValues: ({ bindings }) => [bindings.length > 0 ? 'bound' : 'free'],
      filters: [
        { value: 'bound', label: t('bound') },
        { value: 'free', label: t('free') },
      ],
    },
  ];
  return (
    <>
      <PageHeader
        title={t('nav.title')}
        purpose={t('purpose')}
        actions={
          may('PARAMETER_EDIT') && (
            <Button icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              {t('add')}
            </Button>
          )
        }
      />
      <ProblemAlert error={parameters.error} onRetry={() => void parameters.refetch()} />
      {parameters.isPending && <TableSkeleton />}
      {parameters.data && (
        <DataTable
          label={t('nav.title')}
          fileName={`parameters-${year}`}
          rows={parameters.data}
          columns={columns}
          rowKey={({ id }) => id}
          onOpen={setOpen}
          empty={
            <EmptyState
              icon={<DashboardOutlined />}
              title={t('empty.title')}
              text={t('empty.text')}
              clause="6.1"
              action={
                may('IMPORT_RUN') && (
                  <Link to={path('imports/new')}>
                    <Button type="primary">{t('empty.action')}</Button>
                  </Link>
                )
              }
            />
          }
        />
      )}
      {open !== null && (
        <ParameterDrawer
          key={open === 'new' ? 'new' : open.id}
          parameter={open === 'new' ? null : open}
          sheets={sheets}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
