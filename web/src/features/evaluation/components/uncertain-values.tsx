import { Button, Card, Space, Table, Typography } from 'antd';
import { useMay } from '@/shared/api/use-may';
import { formatNumber } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { type UncertainInput, type Uncertainty, type UncertainValue } from '../api/uncertainty';
import { evaluationTexts } from '../evaluation-texts';
import { targetWords } from '../model/uncertain-target';

interface UncertainValuesProps {
  readonly known: Uncertainty;
  readonly onEdit: (value: UncertainValue, before: UncertainInput | null) => void;
}

/** Every value of the run with the entry that holds for it. */
export function UncertainValues({ known, onEdit }: UncertainValuesProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const inputOf = (value: UncertainValue) => known.inputs.find(({ id }) => id === value.input);
  const isOwn = (value: UncertainValue, input: UncertainInput) =>
    input.item === value.item && input.symbol === value.symbol;
  return (
    <Card title={t('u.values')} styles={{ body: { padding: 0 } }}>
      <Typography.Paragraph type="secondary" style={{ margin: '12px 16px' }}>
        {t('u.values.purpose')}
      </Typography.Paragraph>
      <Table<UncertainValue>
        size="small"
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey={({ source, item, symbol, published }) => [source, item, symbol, published].join(' ')}
        dataSource={[...known.values]}
        columns={[
          { title: t('u.source'), render: (_, { sourceName }) => pick(sourceName) },
          { title: t('u.item'), render: (_, { itemName }) => pick(itemName) },
          { title: t('u.symbol'), render: (_, { symbolName }) => pick(symbolName) },
          {
            title: t('u.origin'),
            render: (_, { factor, published }) =>
              published && factor ? t('u.origin.table', { table: pick(factor) }) : t('u.origin.own'),
          },
          {
            title: t('u.entry'),
            render: (_, value) => {
              const input = inputOf(value);
              if (!input) return <Typography.Text type="warning">{t('u.entry.none')}</Typography.Text>;
              return (
                <>
                  <span className="th-number">± {formatNumber(input.percent, 4)} %</span>
                  {!isOwn(value, input) && (
                    <div>
                      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                        {t('u.entry.inherited', { target: targetWords(input, known, pick, t) })}
                      </Typography.Text>
                    </div>
                  )}
                </>
              );
            },
          },
          {
            title: t('u.basis'),
            render: (_, value) => {
              const input = inputOf(value);
              return (
                input && (
                  <div style={{ maxWidth: 320 }}>
                    {t(`u.basis.${input.basis}`)}: {input.evidence}
                    <div>
                      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                        {t('by.line', { by: input.enteredBy, at: formatInstant(input.enteredAt) })}
                      </Typography.Text>
                    </div>
                  </div>
                )
              );
            },
          },
          {
            title: '',
            align: 'right',
            render: (_, value) => {
              const input = inputOf(value);
              return (
                may('EVALUATION_EDIT') && (
                  <Space size={0}>
                    {input && (
                      <Button type="link" size="small" onClick={() => onEdit(value, input)}>
                        {t('u.change')}
                      </Button>
                    )}
                    {(!input || !isOwn(value, input)) && (
                      <Button type="link" size="small" onClick={() => onEdit(value, null)}>
                        {t(input ? 'u.own' : 'u.enter')}
                      </Button>
                    )}
                  </Space>
                )
              );
            },
          },
        ]}
      />
    </Card>
  );
}
