import { useQuery } from '@tanstack/react-query';
import { Card, Table, Tag, Typography } from 'antd';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type FactorKey, type FactorUse, usesQuery } from '../api/library';
import { factorTexts } from '../factor-texts';

/** Which figures of which inventories rest on a factor; each opens its trace. */
export function UsesCard({ factor }: { readonly factor: FactorKey }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const { enterpriseId } = useScope();
  const uses = useQuery(usesQuery(enterpriseId, factor));
  return (
    <Card size="small" title={t('entry.uses')}>
      <ProblemAlert error={uses.error} onRetry={() => void uses.refetch()} />
      <Table<FactorUse>
        size="small"
        loading={uses.isPending}
        dataSource={uses.data ?? []}
        rowKey={({ inventory, figure }) => `${inventory} ${figure}`}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t('entry.uses.none') }}
        columns={[
          {
            key: 'inventory',
            title: t('change.inventory'),
            render: (_, { number, period, current }) => (
              <>
                {t('use.inventory', { number, period })}
                {!current && <Tag style={{ marginInlineStart: 8, marginInlineEnd: 0 }}>{t('use.old')}</Tag>}
              </>
            ),
          },
          { key: 'name', title: t('change.name'), render: (_, { name }) => pick(name) },
          {
            key: 'value',
            title: t('column.value'),
            align: 'right',
            render: (_, { value, unit, inventory, figure }) => (
              <Figure
                quantity={{ value, unit }}
                trace={{ enterpriseId, inventoryId: inventory, figureId: figure }}
              />
            ),
          },
          {
            key: 'method',
            title: t('own.method'),
            render: (_, { method }) => <Typography.Text type="secondary">{method}</Typography.Text>,
          },
        ]}
      />
    </Card>
  );
}
