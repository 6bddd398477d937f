import { Card, Table, Tag, Typography } from 'antd';
import { formatNumber } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { viewsTexts } from '../views-texts';
import { AmountFigure } from './amount-figure';
import { type ViewPlace } from './view-place';

/** Which indirect emissions are significant, by which rule, and why some are left out all the same. */
export function SignificanceCard({ shown, inventoryId }: ViewPlace) {
  const t = useText(viewsTexts);
  const { locale } = useLocale();
  const pick = usePick();
  return (
    <Card title={t('significance')} styles={{ body: shown.significance.length > 0 ? { padding: 0 } : {} }}>
      {shown.significance.length === 0 ? (
        <Typography.Text type="secondary">{t('significance.none')}</Typography.Text>
      ) : (
        <Table
          size="small"
          pagination={false}
          rowKey="place"
          dataSource={[...shown.significance]}
          columns={[
            { title: t('significance.kind'), render: (_, one) => `${one.place} ${pick(one.name)}` },
            {
              title: formatUnit(shown.unit, locale),
              align: 'right',
              render: (_, one) => (
                <AmountFigure value={one.value} unit={shown.unit} inventoryId={inventoryId} />
              ),
            },
            {
              title: t('significance.share'),
              align: 'right',
              render: (_, one) => `${formatNumber(one.percent, 3)} %`,
            },
            {
              title: t('significance.score'),
              align: 'right',
              render: (_, one) => formatNumber(one.score, 3),
            },
            {
              title: t('significance.result'),
              render: (_, one) =>
                one.significant ? (
                  <>
                    <Tag color="orange">{t('significance.yes')}</Tag>
                    {one.byScore && t('significance.byScore')} {one.bySize && t('significance.bySize')}
                  </>
                ) : (
                  t('significance.no')
                ),
            },
            { title: t('significance.excluded'), dataIndex: 'excluded' },
          ]}
        />
      )}
    </Card>
  );
}
