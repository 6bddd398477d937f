import {
  CalculatorOutlined,
  CheckCircleOutlined,
  EditOutlined,
  FileSearchOutlined,
  QuestionCircleOutlined,
  RightOutlined,
  SwapOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Card } from 'antd';
import { type ComponentType, type CSSProperties } from 'react';
import { Link } from 'react-router';
import { useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { STATE } from '@/shared/ui/theme/palette';
import { type Overview, type ToDoKind } from '../api/get-overview';
import { homeTexts } from '../home-texts';

interface Look {
  readonly icon: ComponentType<{ style: CSSProperties }>;
  readonly tone: keyof typeof STATE;
}

const LOOK: Readonly<Record<ToDoKind, Look>> = {
  NO_INVENTORY: { icon: CalculatorOutlined, tone: 'progress' },
  STALE_INVENTORY: { icon: SyncOutlined, tone: 'bad' },
  OPEN_LINES: { icon: EditOutlined, tone: 'due' },
  PROVISIONAL: { icon: QuestionCircleOutlined, tone: 'due' },
  REPLACED_VALUES: { icon: SwapOutlined, tone: 'due' },
  UNSURE_FACTORS: { icon: FileSearchOutlined, tone: 'due' },
};

/** Where this product has the pages that the server names. */
const PAGE: Readonly<Record<string, string>> = { inventory: 'inventories' };

/** What needs doing now. */
export function ToDo({ overview: { todos, run } }: { overview: Overview }) {
  const t = useText(homeTexts);
  const pick = usePick();
  const path = useScopePath();
  const { mode } = useColorMode();
  return (
    <Card
      className="th-home-side"
      title={t('todo.title')}
      styles={{ body: { padding: '4px 12px 12px' } }}
      extra={
        run && (
          <span className="th-key-note">
            {t('run.of', { number: run.number, at: formatInstant(run.createdAt) })}
          </span>
        )
      }
    >
      {todos.length === 0 ? (
        <EmptyState icon={<CheckCircleOutlined />} title={t('todo.none')} text={t('todo.none.text')} />
      ) : (
        <ul className="th-todo">
          {todos.map(({ kind, text, link }) => {
            const { icon: Icon, tone } = LOOK[kind];
            return (
              <li key={kind}>
                <Link to={path(PAGE[link] ?? link)}>
                  <Icon style={{ color: STATE[tone][mode], lineHeight: '20px' }} />
                  <span>{pick(text)}</span>
                  <RightOutlined style={{ fontSize: 11, color: 'var(--th-text-tertiary)' }} />
                  <small>{t(`todo.${kind}`)}</small>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
