import { Card, Descriptions } from 'antd';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { type Inventory } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';

/** Units and lines the method reports one by one: totals, sources, indicators. */
export function FacilityTab({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const pick = usePick();
  const { enterpriseId } = useScope();
  const names = new Map(inventory.bySource.map(({ key, name }) => [key, pick(name)]));
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(380px, 1fr))', gap: 12 }}>
      {inventory.byFacility.map((facility) => {
        const lines = [
          ...facility.totals.map((one) => ({
            ...one,
            id: `total ${one.key}`,
            label: pick(one.name),
            strong: true,
          })),
          ...facility.sources.map((one) => ({
            ...one,
            id: `source ${one.key}`,
            label: names.get(one.key) ?? one.key,
            strong: false,
          })),
          ...facility.indicators.map((one) => ({
            ...one,
            id: `indicator ${one.key}`,
            label: pick(one.name),
            strong: false,
          })),
        ];
        return (
          <Card
            key={facility.label}
            size="small"
            title={pick(facility.name) || t('facility', { label: facility.label })}
          >
            <Descriptions
              column={1}
              size="small"
              items={lines.map((line) => ({
                key: line.id,
                label: line.strong ? <strong>{line.label}</strong> : line.label,
                children: (
                  <Figure
                    quantity={line}
                    trace={
                      line.figure === null
                        ? null
                        : { enterpriseId, inventoryId: inventory.id, figureId: line.figure }
                    }
                  />
                ),
              }))}
            />
          </Card>
        );
      })}
    </div>
  );
}
