import {
  CalculatorOutlined,
  EditOutlined,
  FileSearchOutlined,
  QuestionCircleOutlined,
  RightOutlined,
  SwapOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { type ComponentType, type CSSProperties } from 'react';
import { Link } from 'react-router';
import { useScopePath } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { STATE } from '@/shared/ui/theme/palette';
import { type OverviewToDo, type ToDoKind } from '../api/get-overview';
import { homeTexts } from '../home-texts';
import './to-do-list.css';

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

/** What waits, each with the page where it is done. */
export function ToDoList({ todos }: { todos: readonly OverviewToDo[] }) {
  const t = useText(homeTexts);
  const pick = usePick();
  const path = useScopePath();
  const { mode } = useColorMode();
  return (
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
  );
}
