import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EditOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import { type ReactNode } from 'react';

export type StateTone = 'neutral' | 'progress' | 'good' | 'due' | 'bad';

const LOOK: Readonly<Record<StateTone, { color: string; icon: ReactNode }>> = {
  neutral: { color: 'default', icon: <EditOutlined /> },
  progress: { color: 'processing', icon: <SyncOutlined /> },
  good: { color: 'success', icon: <CheckCircleOutlined /> },
  due: { color: 'warning', icon: <ClockCircleOutlined /> },
  bad: { color: 'error', icon: <CloseCircleOutlined /> },
};

/** A state in words, with an icon so that colour never stands alone. */
export function StateTag({
  tone,
  children,
  icon,
}: {
  tone: StateTone;
  children: ReactNode;
  icon?: ReactNode;
}) {
  const look = LOOK[tone];
  return (
    <Tag color={look.color} icon={icon ?? look.icon} style={{ marginInlineEnd: 0 }}>
      {children}
    </Tag>
  );
}
