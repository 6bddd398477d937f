import { Table, type TableColumnsType } from 'antd';
import { Figure } from '@/shared/ui/figure';
import { formatQuantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type InventoryEffects, type ItemEffect, type SourceEffect } from '../api/effects';
import { yearOnYearTexts } from '../year-on-year-texts';
import { type Years } from './waterfall';

/** The same change by source, and below each source by item with its amounts. */
export function EffectTable({ effects, years }: { effects: InventoryEffects; years: Years }) {
  const t = useText(yearOnYearTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { unit } = effects;
  const cell = (value: string) => <Figure quantity={{ value, unit }} unit="hidden" />;
  const parts = <T extends SourceEffect | ItemEffect>(): TableColumnsType<T> => [
    {
      title: t('emission.before', { year: years.before }),
      align: 'right',
      render: (_, row) => cell(row.before),
    },
    {
      title: t('emission.after', { year: years.after }),
      align: 'right',
      render: (_, row) => cell(row.after),
    },
    { title: t('activity'), align: 'right', render: (_, row) => cell(row.effects.activity) },
    { title: t('factor'), align: 'right', render: (_, row) => cell(row.effects.factor) },
    { title: t('boundary'), align: 'right', render: (_, row) => cell(row.effects.boundary) },
    { title: t('notSplit'), align: 'right', render: (_, row) => cell(row.effects.notSplit) },
    { title: t('change'), align: 'right', render: (_, row) => <strong>{cell(row.effects.sum)}</strong> },
  ];
  return (
    <Table<SourceEffect>
      size="small"
      pagination={false}
      rowKey="key"
      scroll={{ x: 'max-content' }}
      dataSource={effects.sources.filter(({ before, after }) => Number(before) !== 0 || Number(after) !== 0)}
      columns={[
        {
          title: `${t('source')} (${formatUnit(unit, locale)})`,
          render: (_, { name }) => pick(name),
        },
        ...parts<SourceEffect>(),
      ]}
      expandable={{
        rowExpandable: ({ items }) => items.length > 0,
        expandedRowRender: ({ items }) => (
          <Table<ItemEffect>
            size="small"
            pagination={false}
            rowKey={({ key, facility }) => `${key}|${facility ?? ''}`}
            dataSource={[...items]}
            columns={[
              {
                title: t('item'),
                render: (_, { name, facility }) =>
                  facility === null ? pick(name) : `${pick(name)} · ${facility}`,
              },
              {
                title: t('amount.before', { year: years.before }),
                align: 'right',
                render: (_, { amountBefore }) => formatQuantity(amountBefore, locale),
              },
              {
                title: t('amount.after', { year: years.after }),
                align: 'right',
                render: (_, { amountAfter }) => formatQuantity(amountAfter, locale),
              },
              ...parts<ItemEffect>(),
            ]}
          />
        ),
      }}
    />
  );
}
