import { SettingOutlined } from '@ant-design/icons';
import { Button, Card, Table, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatExactQuantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { Figure } from '@/shared/ui/figure';
import { type IndicatorFigure, type Inventory, type RunFigure, type TotalFigure } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';
import { IntensityDrawer } from './intensity-drawer';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly facility: string;
  readonly quantity: RunFigure;
  readonly basis: string;
}

/** Every total, intensity and indicator of the method, of the enterprise and facility by facility. */
export function IndicatorTab({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const may = useMay();
  const [watching, setWatching] = useState(false);
  const facilities = useMemo(
    () => new Map(inventory.byFacility.map(({ label, name }) => [label, pick(name)])),
    [inventory, pick],
  );
  const sources = new Map(inventory.bySource.map(({ key, name }) => [key, pick(name)]));
  const facilityName = (label: string | null) =>
    label === null ? '' : (facilities.get(label) ?? t('facility', { label }));
  const indicatorLine = (one: IndicatorFigure, index: number): Line => ({
    id: `${one.key} ${one.facility ?? ''} ${index}`,
    name: pick(one.name),
    facility: facilityName(one.facility),
    quantity: one,
    basis: '',
  });
  const groups: readonly { readonly title: string; readonly lines: readonly Line[] }[] = [
    {
      title: t('indicators.intensities'),
      lines: inventory.intensities.map((one) => ({
        id: one.key,
        name: pick(one.name),
        facility: '',
        quantity: one,
        basis: t('intensity.note', {
          amount: formatExactQuantity(one.denominator, locale),
          product: pick(one.denominator.name),
        }),
      })),
    },
    {
      title: t('indicators.totals'),
      lines: inventory.totals.map((one) => ({
        id: one.key,
        name: pick(one.name),
        facility: '',
        quantity: one,
        basis: sumText(one.parts, sources),
      })),
    },
    { title: t('indicators.indicators'), lines: inventory.indicators.map(indicatorLine) },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {may('INVENTORY_RUN') && (
        <Button icon={<SettingOutlined />} style={{ justifySelf: 'end' }} onClick={() => setWatching(true)}>
          {t('intensity.edit')}
        </Button>
      )}
      {watching && <IntensityDrawer inventory={inventory} onClose={() => setWatching(false)} />}
      {groups.length === 0 && <EmptyState title={t('indicators.none')} />}
      {groups.map(({ title, lines }) => (
        <Card key={title} size="small" title={title} styles={{ body: { padding: 0 } }}>
          <LineTable lines={lines} inventory={inventory} />
        </Card>
      ))}
    </div>
  );
}

/** What a total adds and subtracts: `fuels + flux − carbon in products`. */
function sumText(parts: TotalFigure['parts'], sources: ReadonlyMap<string, string>): string {
  return parts
    .map(({ source, sign }, index) => {
      const name = sources.get(source) ?? source;
      if (sign === '-') return `− ${name}`;
      return index === 0 ? name : `+ ${name}`;
    })
    .join(' ');
}

function LineTable({ lines, inventory }: { lines: readonly Line[]; inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const someFacility = lines.some(({ facility }) => facility !== '');
  const someBasis = lines.some(({ basis }) => basis !== '');
  return (
    <Table<Line>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={lines}
      columns={[
        { title: t('column.name'), dataIndex: 'name' },
        ...(someFacility ? [{ title: t('column.facility'), dataIndex: 'facility', width: 160 }] : []),
        {
          title: t('column.value'),
          align: 'right',
          width: 180,
          render: (_, { quantity }) => (
            <Figure
              quantity={quantity}
              unit="hidden"
              trace={
                quantity.figure === null
                  ? null
                  : { enterpriseId, inventoryId: inventory.id, figureId: quantity.figure }
              }
            />
          ),
        },
        {
          title: t('column.unit'),
          width: 140,
          render: (_, { quantity }) => (quantity.unit === '1' ? '' : formatUnit(quantity.unit, locale)),
        },
        ...(someBasis
          ? [
              {
                title: t('column.basis'),
                dataIndex: 'basis',
                render: (basis: string) => <Typography.Text type="secondary">{basis}</Typography.Text>,
              },
            ]
          : []),
      ]}
    />
  );
}
