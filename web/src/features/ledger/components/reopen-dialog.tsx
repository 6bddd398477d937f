import { Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useText } from '@/shared/i18n/use-locale';
import { ledgerTexts } from '../ledger-texts';

const REASON_MIN = 4;

interface ReopenDialogProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onReopen: (reason: string) => void;
  readonly onCancel: () => void;
}

export function ReopenDialog({ count, busy, onReopen, onCancel }: ReopenDialogProps) {
  const t = useText(ledgerTexts);
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={t('reopen.title', { count })}
      okText={t('reopen.submit')}
      okButtonProps={{ disabled: reason.trim().length < REASON_MIN }}
      confirmLoading={busy}
      onOk={() => onReopen(reason.trim())}
      onCancel={onCancel}
    >
      <Typography.Paragraph>{t('reopen.text')}</Typography.Paragraph>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={400}
        aria-label={t('reopen.reason')}
        placeholder={t('reopen.reason.hint')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
