import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { type Answer } from '@/shared/api/contract';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { approvalTexts } from './approval-texts';
import { submitForApproval } from './approvals';
import { ReasonDialog } from './reason-dialog';

interface SubmitButtonProps {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly optionalSteps: Answer<'approval.ofSubject'>['optionalSteps'];
}

/** Submits a thing as it stands; optional steps can be left out. */
export function SubmitButton({ subjectType, subjectId, optionalSteps }: SubmitButtonProps) {
  const t = useText(approvalTexts);
  const pick = usePick();
  const { enterpriseId } = useScope();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [omit, setOmit] = useState<readonly string[]>([]);
  const submit = useMutation({
    mutationFn: (reason: string) =>
      submitForApproval(enterpriseId, {
        subjectType,
        subjectId,
        omit: [...omit],
        ...(reason === '' ? {} : { reason }),
      }),
    onSuccess: () => {
      void message.success(t('do.submit.done'));
      setOpen(false);
    },
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('do.submit')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('do.submit')}
          text={t('do.submit.text')}
          label={t('do.submit.reason')}
          required={false}
          okText={t('do.submit')}
          pending={submit.isPending}
          error={submit.error}
          onOk={(reason) => submit.mutate(reason)}
          onClose={() => setOpen(false)}
        >
          {optionalSteps.length > 0 && (
            <Form layout="vertical">
              <Form.Item label={t('do.submit.omit')}>
                <Checkbox.Group
                  value={[...omit]}
                  options={optionalSteps.map(({ key, name }) => ({ value: key, label: pick(name) }))}
                  onChange={(keys) => setOmit(keys.map(String))}
                />
              </Form.Item>
            </Form>
          )}
        </ReasonDialog>
      )}
    </>
  );
}
