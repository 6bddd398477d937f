import { useQuery } from '@tanstack/react-query';
import { Card, Typography } from 'antd';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatExactQuantity } from '@/shared/format/quantity';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Figure } from '@/shared/ui/figure';
import { comparisonQuery } from '../api/compare-inventories';
import { inventoriesQuery, type Inventory } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';
import { signedPercent } from '../model/signed-percent';

const MOST_CARDS = 5;

/** Total, change against last year, the first intensities and subtotals; the rest stands in the indicator tab. */
export function KeyFigures({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { enterpriseId } = useScope();
  const traceOf = (figureId: string | null) =>
    figureId === null ? null : { enterpriseId, inventoryId: inventory.id, figureId };
  const others = [
    ...inventory.intensities.map(({ key, name, figure, value, unit, denominator }) => ({
      key: `intensity ${key}`,
      name,
      figure,
      value,
      unit,
      note: t('intensity.note', {
        amount: formatExactQuantity(denominator, locale),
        product: pick(denominator.name),
      }),
    })),
    ...inventory.totals
      .filter(({ figure }) => figure !== inventory.total.figure)
      .filter(({ value, subtotal }) => subtotal || value !== inventory.total.value)
      .map((total) => ({ ...total, key: `total ${total.key}`, note: t('subtotal') })),
    ...inventory.indicators
      .filter(({ facility }) => facility === null)
      .map((one) => ({ ...one, key: `indicator ${one.key}`, note: '' })),
  ].slice(0, MOST_CARDS - 1);
  return (
    <div
      className="th-cards"
      style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(210px, 1fr))', gap: 12 }}
    >
      <KeyCard label={t('total')} note={<Change inventory={inventory} />}>
        <Figure quantity={inventory.total} trace={traceOf(inventory.total.figure ?? 'total')} scaled />
      </KeyCard>
      {others.map((one) => (
        <KeyCard key={one.key} label={pick(one.name)} note={one.note}>
          <Figure quantity={one} trace={traceOf(one.figure)} scaled />
        </KeyCard>
      ))}
    </div>
  );
}

function KeyCard({ label, note, children }: { label: string; note: ReactNode; children: ReactNode }) {
  return (
    <Card size="small">
      <Typography.Text type="secondary">{label}</Typography.Text>
      <div style={{ fontSize: 22, fontWeight: 600, lineHeight: '34px' }}>{children}</div>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {note}
      </Typography.Text>
    </Card>
  );
}

/** Against the current run of the year before by the same method and the same months. */
function Change({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const path = useScopePath();
  const { enterpriseId, year } = useScope();
  const before = useQuery(inventoriesQuery(enterpriseId, year - 1));
  const previous = before.data?.find(
    ({ method, state, period }) =>
      method.id === inventory.method.id &&
      state === 'CURRENT' &&
      period.from.slice(5) === inventory.period.from.slice(5) &&
      period.to.slice(5) === inventory.period.to.slice(5),
  );
  const comparison = useQuery({
    ...comparisonQuery(enterpriseId, previous?.id ?? '', inventory.id),
    enabled: previous !== undefined,
  });
  if (before.data && !previous) return <>{t('change.none')}</>;
  if (!previous || !comparison.data) return <>&nbsp;</>;
  return (
    <Link to={path(`inventories/${previous.id}/compare/${inventory.id}`)}>
      {t('change', { percent: signedPercent(comparison.data.total.percent) })}
    </Link>
  );
}
