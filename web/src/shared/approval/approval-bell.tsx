import { CheckSquareOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Tooltip } from 'antd';
import { Link } from 'react-router';
import { type Scope, scopePath } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { approvalTexts } from './approval-texts';
import { approvalCountQuery } from './approvals';

/** How many approvals wait for the person at the enterprise on screen. */
export function ApprovalBell({ scope }: { readonly scope: Scope }) {
  const t = useText(approvalTexts);
  const may = scope.enterprise.permissions.includes('APPROVAL_READ');
  const count = useQuery({ ...approvalCountQuery(scope.enterpriseId), enabled: may });
  if (!may) return null;
  const toDo = count.data?.toDo ?? 0;
  const label = t('toDo', { count: toDo });
  return (
    <Tooltip title={label}>
      <Link to={scopePath(scope.enterpriseId, scope.year, 'approvals')} aria-label={label}>
        <Badge count={toDo} size="small" offset={[-6, 6]}>
          <Button type="text" icon={<CheckSquareOutlined />} tabIndex={-1} aria-hidden="true" />
        </Badge>
      </Link>
    </Tooltip>
  );
}
