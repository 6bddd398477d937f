import { Button, Form, Input } from 'antd';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type SetUp, useSetUp } from '../api/set-up';
import { Entrance } from '../components/entrance';
import { NewPasswordFields } from '../components/new-password-fields';
import { sessionTexts } from '../session-texts';

/** The first start: the one-time token proves that one can read the server's console. */
export function SetupPage() {
  const t = useText(sessionTexts);
  const setUp = useSetUp();
  return (
    <Entrance title={t('setup.title')} text={t('setup.text')}>
      <ProblemAlert error={setUp.error} />
      <Form<SetUp & { again: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ token, login, name, password }) =>
          setUp.mutate({ token: token.trim(), login, name, password })
        }
      >
        <Form.Item
          name="token"
          label={t('setup.token')}
          extra={t('setup.token.where')}
          rules={[{ required: true, message: t('setup.token.missing') }]}
        >
          <Input autoFocus autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('setup.name')}
          rules={[{ required: true, message: t('setup.name.missing') }]}
        >
          <Input autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('login.name')}
          rules={[{ required: true, message: t('login.name.missing') }]}
        >
          <Input autoComplete="username" />
        </Form.Item>
        <NewPasswordFields />
        <Button type="primary" htmlType="submit" size="large" block loading={setUp.isPending}>
          {t('setup.submit')}
        </Button>
      </Form>
    </Entrance>
  );
}
