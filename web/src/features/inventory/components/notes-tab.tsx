import { Card, Descriptions, Empty, Table, Typography } from 'antd';
import { formatExactQuantity } from '@/shared/format/quantity';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ConfidenceMark } from '@/shared/ui/confidence-mark';
import { ProblemList } from '@/shared/ui/problem-alert';
import { useTrace } from '@/shared/ui/trace-context';
import { type Inventory } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';

/** What a reader should know before using the figures: defaults used, warnings, factor choices, digests. */
export function NotesTab({ inventory }: { inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { openTrace } = useTrace();
  const { enterpriseId } = useScope();
  const { confidence } = inventory;
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(420px, 1fr))',
        gap: 12,
        alignItems: 'start',
      }}
    >
      <Card size="small" title={t('flags')}>
        {inventory.flags.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('flags.none')} />
        ) : (
          inventory.flags.map((flag) => (
            <Typography.Paragraph key={flag.code}>
              <strong>{pick(flag.name)}</strong> · {t('flags.count', { count: flag.count })}{' '}
              {flag.rows.slice(0, 3).map((figureId, index) => (
                <Typography.Link
                  key={figureId}
                  style={{ marginInlineStart: 8 }}
                  onClick={() => openTrace({ enterpriseId, inventoryId: inventory.id, figureId })}
                >
                  {t('flags.example', { number: index + 1 })}
                </Typography.Link>
              ))}
            </Typography.Paragraph>
          ))
        )}
        {inventory.warnings.length > 0 && <ProblemList problems={inventory.warnings} />}
      </Card>
      <Card size="small" title={t('choices')}>
        <Table
          size="small"
          pagination={false}
          rowKey={({ source, column }) => `${source} ${column}`}
          dataSource={[...inventory.factorChoices]}
          locale={{ emptyText: t('choices.none') }}
          columns={[
            { title: t('column.source'), render: (_, { sourceName }) => pick(sourceName) },
            {
              title: t('choices.factor'),
              render: (_, { name, tableTitle }) => `${pick(name)} (${pick(tableTitle)})`,
            },
            {
              title: t('choices.value'),
              align: 'right',
              render: (_, { value }) => formatExactQuantity(value, locale),
            },
          ]}
        />
      </Card>
      <Card size="small" title={t('confidence')}>
        <Typography.Paragraph type="secondary">{t('confidence.text')}</Typography.Paragraph>
        {(['verified', 'recalled', 'unsure'] as const).map((one) => (
          <div key={one} style={{ display: 'flex', gap: 12 }}>
            <span style={{ width: 90 }}>
              <ConfidenceMark confidence={one} words />
            </span>
            <span className="th-number">{t('confidence.count', { count: confidence[one] })}</span>
          </div>
        ))}
      </Card>
      <Card size="small" title={t('digests')}>
        <Descriptions
          column={1}
          size="small"
          items={(
            [
              ['digest', inventory.digest],
              ['inputs', inventory.inputsDigest],
              ['method', inventory.methodDigest],
            ] as const
          ).map(([key, digest]) => ({
            key,
            label: t(`digests.${key}`),
            children: (
              <Typography.Text
                copyable={{ text: digest }}
                code
                style={{ wordBreak: 'break-all', fontSize: 12 }}
              >
                {digest}
              </Typography.Text>
            ),
          }))}
        />
      </Card>
    </div>
  );
}
