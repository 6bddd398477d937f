import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { evaluationTexts } from '../evaluation-texts';

interface WithdrawButtonProps {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onWithdraw: (reason: string) => void;
}

/** Takes an entry back, with a reason; its history stays. */
export function WithdrawButton({ pending, error, onWithdraw }: WithdrawButtonProps) {
  const t = useText(evaluationTexts);
  const [reason, setReason] = useState('');
  const form = (
    <div style={{ display: 'grid', gap: 8, width: 280 }}>
      <label htmlFor="withdraw-reason">{t('withdraw.label')}</label>
      <Input.TextArea
        id="withdraw-reason"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemAlert error={error} />
      <Button
        danger
        loading={pending}
        disabled={reason.trim() === ''}
        onClick={() => onWithdraw(reason.trim())}
      >
        {t('withdraw')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title={t('withdraw.title')} content={form}>
      <Button size="small" danger type="text">
        {t('withdraw')}
      </Button>
    </Popover>
  );
}
