import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Typography } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '@/shared/api/session';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type DemoLogin, demoLoginsQuery } from '../api/list-demo-logins';
import { type LogIn, useLogIn } from '../api/log-in';
import { Entrance } from '../components/entrance';
import { sessionTexts } from '../session-texts';

/** Only a path of our own: an address from outside must not lead elsewhere. */
function safeBack(back: string | null): string {
  return back !== null && /^\/(?![/\\])/.test(back) ? back : '/';
}

export function LoginPage() {
  const t = useText(sessionTexts);
  const { account, demo } = useSession();
  const [params] = useSearchParams();
  const [form] = Form.useForm<LogIn>();
  const logIn = useLogIn();

  if (account) return <Navigate to={safeBack(params.get('back'))} replace />;
  return (
    <Entrance title={t('login.title')}>
      <ProblemAlert error={logIn.error} />
      <Form<LogIn>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => logIn.mutate(values)}
      >
        <Form.Item
          name="login"
          label={t('login.name')}
          rules={[{ required: true, message: t('login.name.missing') }]}
        >
          <Input size="large" autoFocus autoComplete="username" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('login.password')}
          rules={[{ required: true, message: t('login.password.missing') }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={logIn.isPending}>
          {t('login.submit')}
        </Button>
      </Form>
      {demo && <DemoLogins onChoose={({ login, password }) => logIn.mutate({ login, password })} />}
    </Entrance>
  );
}

function DemoLogins({ onChoose }: { onChoose: (chosen: DemoLogin) => void }) {
  const t = useText(sessionTexts);
  const pick = usePick();
  const { data, error } = useQuery(demoLoginsQuery);
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  return (
    <section className="th-demo" aria-labelledby="demo-title">
      <Typography.Text strong id="demo-title">
        {t('demo.title')}
      </Typography.Text>
      <br />
      <Typography.Text type="secondary">{t('demo.text')}</Typography.Text>
      <ul>
        {data.map((one) => (
          <li key={one.login}>
            <button type="button" onClick={() => onChoose(one)}>
              <span>{one.name}</span>
              <code>{one.login}</code>
              <small>{[pick(one.enterprise), pick(one.role)].filter(Boolean).join(' · ')}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
