import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { ReasonDialog } from '@/shared/approval/reason-dialog';
import { useText } from '@/shared/i18n/use-locale';
import { type Confirmation, revokeConfirmation } from '../api/library';
import { factorTexts } from '../factor-texts';

/** Takes a confirmation back, with a reason. */
export function RevokeButton({ confirmation }: { readonly confirmation: Confirmation }) {
  const t = useText(factorTexts);
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [open, setOpen] = useState(false);
  const revoke = useMutation({
    mutationFn: (reason: string) => revokeConfirmation(enterpriseId, confirmation.id, reason),
    onSuccess: async () => {
      void message.success(t('revoke.done'));
      setOpen(false);
      await client.invalidateQueries({ queryKey: ['factor-library', enterpriseId] });
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('revoke')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('revoke')}
          text={t('revoke.text', { factor: confirmation.factor })}
          label={t('revoke.reason')}
          required
          danger
          okText={t('revoke')}
          pending={revoke.isPending}
          error={revoke.error}
          onOk={(reason) => revoke.mutate(reason)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
