import { App, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { useSession } from '@/shared/api/session';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { useChangePassword } from '../api/change-password';
import { Entrance } from '../components/entrance';
import { NewPasswordFields } from '../components/new-password-fields';
import { sessionTexts } from '../session-texts';

interface PasswordForm {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

export function PasswordPage() {
  const t = useText(sessionTexts);
  const { account } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const change = useChangePassword();
  const forced = account?.mustChangePassword ?? false;

  const submit = ({ current, password }: PasswordForm) =>
    change.mutate(
      { current, new: password },
      {
        onSuccess: () => {
          void message.success(t('password.changed'));
          void navigate('/', { replace: true });
        },
      },
    );
  return (
    <Entrance title={t('password.title')} text={t(forced ? 'password.forced' : 'password.text')}>
      <ProblemAlert error={change.error} />
      <Form<PasswordForm> layout="vertical" requiredMark={false} onFinish={submit}>
        <input type="text" autoComplete="username" value={account?.login ?? ''} readOnly hidden />
        <Form.Item
          name="current"
          label={t('password.current')}
          rules={[{ required: true, message: t('password.current.missing') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <NewPasswordFields />
        <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
          {t('password.submit')}
        </Button>
        {!forced && (
          <Button type="text" block style={{ marginTop: 8 }} onClick={() => void navigate(-1)}>
            {t('password.back')}
          </Button>
        )}
      </Form>
    </Entrance>
  );
}
