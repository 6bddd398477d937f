import { CheckCircleOutlined } from '@ant-design/icons';
import { Card } from 'antd';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { type Overview } from '../api/get-overview';
import { homeTexts } from '../home-texts';
import { ToDoList } from './to-do-list';

/** What needs doing now. */
export function ToDo({ overview: { todos, run } }: { overview: Overview }) {
  const t = useText(homeTexts);
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
        <ToDoList todos={todos} />
      )}
    </Card>
  );
}
