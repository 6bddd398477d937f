import { Card, Table, Typography } from 'antd';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { viewsTexts } from '../views-texts';
import { AmountFigure } from './amount-figure';
import { type ViewPlace } from './view-place';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly remark: string | null;
  readonly value: string;
  readonly figure: string | null;
  readonly strong: boolean;
}

/** From the total of the method to the total of the view, step by step; with gases and what stands apart. */
export function ReconciliationCard({ shown, inventoryId }: ViewPlace) {
  const t = useText(viewsTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const unitText = formatUnit(shown.unit, locale);
  const rows: readonly Row[] = [
    {
      key: 'method',
      name: t('reconciliation.method'),
      remark: null,
      value: shown.methodTotal,
      figure: shown.totalFigure,
      strong: true,
    },
    ...shown.reconciliation.map((line, index) => ({
      key: String(index),
      name: pick(line.name),
      remark: line.remark && pick(line.remark),
      value: line.value,
      figure: line.figure,
      strong: false,
    })),
    {
      key: 'view',
      name: t('reconciliation.view'),
      remark: null,
      value: shown.total,
      figure: null,
      strong: true,
    },
  ];
  return (
    <div
      style={{
        display: 'grid',
        gap: 12,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
      }}
    >
      <Card title={t('reconciliation')} styles={{ body: { padding: 0 } }}>
        <Table<Row>
          size="small"
          pagination={false}
          dataSource={[...rows]}
          columns={[
            {
              title: t('reconciliation.step'),
              render: (_, row) => (
                <>
                  {row.strong ? <strong>{row.name}</strong> : row.name}
                  {row.remark && <div style={{ color: 'var(--th-text-secondary)' }}>{row.remark}</div>}
                </>
              ),
            },
            {
              title: unitText,
              align: 'right',
              width: 160,
              render: (_, row) => (
                <AmountFigure
                  value={row.value}
                  unit={shown.unit}
                  inventoryId={inventoryId}
                  figure={row.figure}
                />
              ),
            },
          ]}
        />
      </Card>
      <Card title={t('gases')}>
        {shown.gases.map(({ gas, value }) => (
          <div key={gas} style={{ display: 'flex', justifyContent: 'space-between', padding: '2px 0' }}>
            <span>{gas}</span>
            <AmountFigure value={value} unit={shown.unit} inventoryId={inventoryId} shownUnit="shown" />
          </div>
        ))}
        <Typography.Title level={5} style={{ marginTop: 16 }}>
          {t('memos')}
        </Typography.Title>
        {shown.memos.length === 0 && <Typography.Text type="secondary">{t('memos.none')}</Typography.Text>}
        {shown.memos.map(({ id, name, value }) => (
          <div key={id} style={{ display: 'flex', justifyContent: 'space-between', padding: '2px 0' }}>
            <span>{pick(name)}</span>
            <AmountFigure value={value} unit={shown.unit} inventoryId={inventoryId} shownUnit="shown" />
          </div>
        ))}
      </Card>
    </div>
  );
}
