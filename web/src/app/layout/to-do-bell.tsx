import {
  BellOutlined,
  CheckCircleOutlined,
  CheckSquareOutlined,
  FileExcelOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Popover, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { overviewQuery } from '@/features/home/api/get-overview';
import { ToDoList } from '@/features/home/components/to-do-list';
import { importsQuery } from '@/features/intake/api/list-imports';
import { type Scope, scopePath, useScopeOrNull } from '@/shared/api/use-scope';
import { approvalCountQuery } from '@/shared/approval/approvals';
import { useText } from '@/shared/i18n/use-locale';
import { frameTexts } from './frame-texts';

/** What waits at this enterprise in this year, from every page. */
export function ToDoBell() {
  const scope = useScopeOrNull();
  return scope && <Bell key={`${scope.enterpriseId} ${scope.year}`} scope={scope} />;
}

function Bell({ scope: { enterpriseId, enterprise, year } }: { scope: Scope }) {
  const t = useText(frameTexts);
  const [open, setOpen] = useState(false);
  const overview = useQuery({
    ...overviewQuery(enterpriseId, year, null),
    enabled: enterprise.permissions.includes('INVENTORY_READ'),
  });
  const imports = useQuery({
    ...importsQuery(enterpriseId),
    enabled: enterprise.permissions.includes('IMPORT_RUN'),
  });
  const approvals = useQuery({
    ...approvalCountQuery(enterpriseId),
    enabled: enterprise.permissions.includes('APPROVAL_READ'),
  });
  const todos = overview.data?.todos ?? [];
  const waiting = (imports.data ?? []).filter((one) => one.year === year && one.state === 'PREVIEW').length;
  const toSign = approvals.data?.toDo ?? 0;
  const count = todos.length + (waiting > 0 ? 1 : 0) + toSign;
  const title = t('todo.count', { count });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('todo')}
      content={
        <div style={{ width: 340 }} onClick={() => setOpen(false)}>
          {count === 0 && (
            <p style={{ margin: '4px 0', color: 'var(--th-text-secondary)' }}>
              <CheckCircleOutlined /> {t('todo.none')}
            </p>
          )}
          {(toSign > 0 || waiting > 0) && (
            <ul className="th-todo">
              {toSign > 0 && (
                <Waiting
                  icon={<CheckSquareOutlined style={{ lineHeight: '20px' }} />}
                  to={scopePath(enterpriseId, year, 'approvals')}
                  text={t('todo.approvals', { count: toSign })}
                />
              )}
              {waiting > 0 && (
                <Waiting
                  icon={<FileExcelOutlined style={{ lineHeight: '20px' }} />}
                  to={scopePath(enterpriseId, year, 'imports')}
                  text={t('todo.imports', { count: waiting })}
                />
              )}
            </ul>
          )}
          <ToDoList todos={todos} />
        </div>
      }
    >
      <Tooltip title={open ? '' : title}>
        <Badge count={count} size="small" offset={[-6, 6]}>
          <Button type="text" icon={<BellOutlined />} aria-label={title} />
        </Badge>
      </Tooltip>
    </Popover>
  );
}

function Waiting({
  icon,
  to,
  text,
}: {
  readonly icon: ReactNode;
  readonly to: string;
  readonly text: string;
}) {
  return (
    <li>
      <Link to={to}>
        {icon}
        <span>{text}</span>
        <RightOutlined style={{ fontSize: 11, color: 'var(--th-text-tertiary)' }} />
      </Link>
    </li>
  );
}
