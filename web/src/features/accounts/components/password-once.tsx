import { Descriptions, Modal, Typography } from 'antd';
import { useText } from '@/shared/i18n/use-locale';
import { accountsTexts } from '../accounts-texts';

/** A one-time password, to be handed over; nobody can look it up again. */
export function PasswordOnce({
  login,
  password,
  onClose,
}: {
  login: string;
  password: string;
  onClose: () => void;
}) {
  const t = useText(accountsTexts);
  return (
    <Modal
      open
      title={t('password.title')}
      okText={t('password.done')}
      onOk={onClose}
      onCancel={onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
    >
      <p>{t('password.text')}</p>
      <Descriptions
        column={1}
        colon={false}
        items={[
          {
            key: 'login',
            label: t('field.login'),
            children: <Typography.Text copyable>{login}</Typography.Text>,
          },
          {
            key: 'password',
            label: t('password.label'),
            children: (
              <Typography.Text copyable strong style={{ fontSize: 16, fontFamily: 'monospace' }}>
                {password}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Modal>
  );
}
