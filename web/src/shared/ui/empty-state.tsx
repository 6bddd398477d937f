import { Typography } from 'antd';
import { type ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** What belongs here. */
  readonly title: string;
  /** Why it matters. */
  readonly text?: string;
  /** The guideline's clause, quietly. */
  readonly clause?: string;
  /** The first step. */
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, text, clause, action }: EmptyStateProps) {
  return (
    <div
      style={{ padding: '48px 24px', display: 'grid', justifyItems: 'center', gap: 8, textAlign: 'center' }}
    >
      {icon && <div style={{ fontSize: 28, color: 'var(--th-text-tertiary)', lineHeight: 1 }}>{icon}</div>}
      <Typography.Text strong style={{ fontSize: 15 }}>
        {title}
      </Typography.Text>
      {(text || clause) && (
        <Typography.Text type="secondary" style={{ maxWidth: 460 }}>
          {text}
          {clause && (
            <span style={{ marginInlineStart: 6, whiteSpace: 'nowrap', color: 'var(--th-text-tertiary)' }}>
              {clause}
            </span>
          )}
        </Typography.Text>
      )}
      {action && <div style={{ marginTop: 8 }}>{action}</div>}
    </div>
  );
}
