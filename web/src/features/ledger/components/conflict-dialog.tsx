import { Modal, Radio, Table, Typography } from 'antd';
import { useState } from 'react';
import { formatExact } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { ledgerTexts } from '../ledger-texts';
import { type CellKey, OPENING_COLUMN } from '../model/cell-address';
import { rowTitle } from '../model/grid-view';
import { type Conflict } from '../model/ledger-edits';

export type Choice = 'mine' | 'theirs';

interface ConflictDialogProps {
  readonly conflicts: readonly Conflict[];
  readonly months: readonly string[];
  readonly onResolve: (choices: ReadonlyMap<CellKey, Choice>) => void;
  readonly onCancel: () => void;
}

/** Somebody else changed lines this person also changed: decide cell by cell. A confirmed line can only be taken over. */
export function ConflictDialog({ conflicts, months, onResolve, onCancel }: ConflictDialogProps) {
  const t = useText(ledgerTexts);
  const { locale } = useLocale();
  const [choices, setChoices] = useState<ReadonlyMap<CellKey, Choice>>(new Map());
  const choiceOf = (conflict: Conflict): Choice =>
    isClosed(conflict) ? 'theirs' : (choices.get(conflict.key) ?? 'theirs');
  return (
    <Modal
      open
      width={760}
      title={t('conflict.title', { count: conflicts.length })}
      okText={t('conflict.apply')}
      onOk={() => onResolve(new Map(conflicts.map((conflict) => [conflict.key, choiceOf(conflict)])))}
      onCancel={onCancel}
    >
      <Typography.Paragraph type="secondary">{t('conflict.text')}</Typography.Paragraph>
      <Table<Conflict>
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={[...conflicts]}
        scroll={{ y: 360 }}
        columns={[
          {
            title: t('grid.parameter'),
            render: (_, { row }) => {
              const { place, main } = rowTitle(row.parameter, locale);
              return [place, main].filter(Boolean).join(' · ');
            },
          },
          {
            title: t('conflict.month'),
            render: (_, { column }) =>
              column === OPENING_COLUMN ? t('grid.opening') : formatMonth(months[column - 1] ?? '', locale),
          },
          {
            title: t('conflict.choice'),
            render: (_, conflict) => (
              <Radio.Group
                value={choiceOf(conflict)}
                onChange={(event) =>
                  setChoices(new Map(choices).set(conflict.key, event.target.value as Choice))
                }
              >
                <Radio value="theirs">{t('conflict.theirs', { value: formatExact(conflict.theirs) })}</Radio>
                <Radio value="mine" disabled={isClosed(conflict)}>
                  {t('conflict.mine', { value: conflict.mine ?? '—' })}
                </Radio>
              </Radio.Group>
            ),
          },
        ]}
      />
    </Modal>
  );
}

function isClosed({ theirState }: Conflict): boolean {
  return theirState === 'CONFIRMED' || theirState === 'LOCKED';
}
