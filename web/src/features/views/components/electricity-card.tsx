import { Card, Descriptions, Typography } from 'antd';
import { formatNumber } from '@/shared/format/quantity';
import { useText } from '@/shared/i18n/use-locale';
import { viewsTexts } from '../views-texts';
import { AmountFigure } from './amount-figure';
import { type ViewPlace } from './view-place';

/** Purchased electricity by the grid and by contracts; contracts never lower direct emissions. */
export function ElectricityCard({ shown, inventoryId }: ViewPlace) {
  const t = useText(viewsTexts);
  const { electricity, unit } = shown;
  const amount = (value: string, of: string, figure?: string) => (
    <AmountFigure
      value={value}
      unit={of}
      inventoryId={inventoryId}
      figure={figure ?? null}
      shownUnit="shown"
    />
  );
  return (
    <Card title={t('electricity')}>
      {electricity === null ? (
        <Typography.Text type="secondary">{t('electricity.none')}</Typography.Text>
      ) : (
        <>
          <Descriptions
            size="small"
            column={{ xs: 1, md: 2, xl: 3 }}
            items={[
              {
                key: 'location',
                label: t('electricity.location'),
                children: amount(electricity.location, unit, electricity.figure),
              },
              { key: 'market', label: t('electricity.market'), children: amount(electricity.market, unit) },
              {
                key: 'share',
                label: t('electricity.share'),
                children: `${formatNumber(electricity.coveredPercent, 3)} %`,
              },
              { key: 'bought', label: t('electricity.bought'), children: amount(electricity.bought, 'MWh') },
              {
                key: 'covered',
                label: t('electricity.covered'),
                children: amount(electricity.covered, 'MWh'),
              },
              {
                key: 'residual',
                label: t('electricity.residual'),
                children: amount(electricity.residual, 'MWh'),
              },
            ]}
          />
          <Typography.Text type="secondary">{t('electricity.rule')}</Typography.Text>
        </>
      )}
    </Card>
  );
}
