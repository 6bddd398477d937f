import {
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  RightOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Card } from 'antd';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { STATE } from '@/shared/ui/theme/palette';
import { type Overview } from '../api/get-overview';
import { homeTexts } from '../home-texts';

interface Task {
  readonly key: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

/** What needs doing now, most pressing first. */
export function ToDo({ overview }: { overview: Overview }) {
  const t = useText(homeTexts);
  const { locale } = useLocale();
  const tasks = useTasks(overview);
  const run = overview.run;
  return (
    <Card
      className="th-home-side"
      title={t('todo.title')}
      styles={{ body: { padding: '4px 12px 12px' } }}
      extra={
        run && (
          <span className="th-key-note">
            {t('run.of', { number: run.number, at: formatInstant(run.createdAt, locale) })}
          </span>
        )
      }
    >
      {tasks.length === 0 ? (
        <EmptyState icon={<CheckCircleOutlined />} title={t('todo.none')} text={t('todo.none.text')} />
      ) : (
        <ul className="th-todo">
          {tasks.map((task) => (
            <li key={task.key}>
              <Link to={task.path}>
                {task.icon}
                <span>{task.title}</span>
                <RightOutlined style={{ fontSize: 11, color: 'var(--th-text-tertiary)' }} />
                <small>{task.text}</small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function useTasks({ ledger, run }: Overview): readonly Task[] {
  const t = useText(homeTexts);
  const path = useScopePath();
  const { mode } = useColorMode();
  const color = (tone: keyof typeof STATE) => ({ style: { color: STATE[tone][mode], lineHeight: '20px' } });
  const tasks: (Task | false)[] = [
    ledger.changedSinceRun > 0 && {
      key: 'changed',
      icon: <SyncOutlined {...color('due')} />,
      title: t('todo.changed', { count: ledger.changedSinceRun }),
      text: t('todo.changed.text'),
      path: path('inventory'),
    },
    ledger.missing > 0 && {
      key: 'missing',
      icon: <ExclamationCircleOutlined {...color('bad')} />,
      title: t('todo.missing', { count: ledger.missing }),
      text: t('todo.missing.text'),
      path: path('ledger'),
    },
    ledger.open > 0 && {
      key: 'open',
      icon: <EditOutlined {...color('progress')} />,
      title: t('todo.open', { count: ledger.open }),
      text: t(run?.provisional ? 'todo.open.provisional' : 'todo.open.text'),
      path: path('ledger'),
    },
  ];
  return tasks.filter((task) => task !== false);
}
