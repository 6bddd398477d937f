import { Card, Table, Tag } from 'antd';
import { useScope } from '@/shared/api/use-scope';
import { formatNumber, MISSING, type Quantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { sourceColor } from '@/shared/ui/theme/palette';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { type Inventory } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';

interface TreeRow {
  readonly key: string;
  readonly name: string;
  readonly color: string | null;
  readonly sign: string | null;
  /** The total a source belongs to when it is not the main one. */
  readonly elsewhere: string | null;
  readonly facility: string | null;
  readonly amount: Quantity | null;
  readonly quantity: Quantity;
  readonly figure: string | null;
  readonly share: string | null;
  readonly children?: readonly TreeRow[];
}

/** Sources, opened up into their items. */
export function SourceTab({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { mode } = useColorMode();
  const { enterpriseId } = useScope();
  const elsewhere = (source: string) => {
    const other = inventory.totals.find(
      ({ figure, parts }) =>
        figure !== inventory.total.figure && parts.some((part) => part.source === source),
    );
    return other ? t('sign.elsewhere', { total: pick(other.name) }) : null;
  };
  const rows: TreeRow[] = inventory.bySource.map((source) => ({
    key: source.key,
    name: pick(source.name),
    color: sourceColor(source.key, mode, source.category),
    sign: source.sign,
    elsewhere: elsewhere(source.key),
    facility: null,
    amount: null,
    quantity: source,
    figure: source.figure,
    share: source.share,
    children: inventory.items
      .filter((item) => item.source === source.key)
      .map((item, index) => ({
        key: `${source.key} ${item.key} ${item.facility ?? ''} ${index}`,
        name: pick(item.name),
        color: null,
        sign: null,
        elsewhere: null,
        facility: item.facility,
        amount: item.amount,
        quantity: item,
        figure: item.figure,
        share: null,
      })),
  }));
  const unit = formatUnit(inventory.total.unit, locale);
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Table<TreeRow>
        size="small"
        pagination={false}
        dataSource={rows}
        expandable={{ defaultExpandAllRows: true }}
        columns={[
          {
            title: t('column.source'),
            dataIndex: 'name',
            render: (_, row) => (
              <>
                {row.color && (
                  <span
                    aria-hidden="true"
                    style={{
                      display: 'inline-block',
                      width: 10,
                      height: 10,
                      borderRadius: 2,
                      background: row.color,
                      marginInlineEnd: 8,
                    }}
                  />
                )}
                {row.color ? <strong>{row.name}</strong> : row.name}{' '}
                {row.sign === 'MINUS' && <Tag>{t('sign.MINUS')}</Tag>}
                {row.sign === 'NONE' && <Tag>{row.elsewhere ?? t('sign.NONE')}</Tag>}
              </>
            ),
          },
          { title: t('column.facility'), dataIndex: 'facility', width: 140 },
          {
            title: t('column.amount'),
            align: 'right',
            width: 180,
            render: (_, { amount }) => (amount ? <Figure quantity={amount} /> : ''),
          },
          {
            title: `${t('column.emission')} (${unit})`,
            align: 'right',
            width: 180,
            render: (_, { quantity, figure }) => (
              <Figure
                quantity={quantity}
                unit="hidden"
                trace={figure === null ? null : { enterpriseId, inventoryId: inventory.id, figureId: figure }}
              />
            ),
          },
          {
            title: t('column.share'),
            align: 'right',
            width: 100,
            render: (_, { share, color }) =>
              color === null ? '' : share === null ? MISSING : `${formatNumber(share, 3)} %`,
          },
        ]}
        summary={() => (
          <Table.Summary.Row style={{ fontWeight: 600 }}>
            <Table.Summary.Cell index={0} colSpan={3}>
              {t('total')}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} align="right">
              <Figure
                quantity={inventory.total}
                unit="hidden"
                trace={{
                  enterpriseId,
                  inventoryId: inventory.id,
                  figureId: inventory.total.figure ?? 'total',
                }}
              />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4} />
          </Table.Summary.Row>
        )}
      />
    </Card>
  );
}
