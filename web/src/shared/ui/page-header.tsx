import { Typography } from 'antd';
import { type ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** One line: what this page is for. */
  readonly purpose?: string;
  readonly state?: ReactNode;
  /** At most one primary button, at the far right. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, purpose, state, actions }: PageHeaderProps) {
  return (
    <header style={{ display: 'flex', alignItems: 'flex-start', gap: 16, marginBottom: 16 }}>
      <title>{title}</title>
      <div style={{ flex: 1, minWidth: 0 }}>
        <div style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
          <Typography.Title level={1} style={{ margin: 0, fontWeight: 600, lineHeight: '28px' }}>
            {title}
          </Typography.Title>
          {state}
        </div>
        {purpose && <Typography.Text type="secondary">{purpose}</Typography.Text>}
      </div>
      {actions && <div style={{ display: 'flex', gap: 8, flexShrink: 0 }}>{actions}</div>}
    </header>
  );
}
