import { Form, Input, Modal, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemAlert } from '@/shared/ui/problem-alert';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, by name. */
  readonly text: string;
  readonly label: string;
  readonly required: boolean;
  /** True for an act that needs no words. */
  readonly hidden?: boolean;
  readonly okText: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  readonly children?: ReactNode;
  readonly onOk: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks before an act that is recorded: names the thing and the consequence, and takes the reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, label, required, okText, danger = false, pending, error, children } = props;
  const { hidden = false } = props;
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger, disabled: required && reason.trim() === '' }}
      confirmLoading={pending}
      onOk={() => props.onOk(reason.trim())}
      onCancel={props.onClose}
    >
      <Typography.Paragraph>{text}</Typography.Paragraph>
      {children}
      {!hidden && (
        <Form layout="vertical">
          <Form.Item label={label} required={required} htmlFor="approval-reason">
            <Input.TextArea
              id="approval-reason"
              autoFocus
              maxLength={2000}
              rows={3}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      )}
      <ProblemAlert error={error} />
    </Modal>
  );
}
