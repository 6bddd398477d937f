import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Typography } from 'antd';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '@/shared/api/session';
import { roleName } from '@/shared/i18n/roles';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, useText } from '@/shared/i18n/use-locale';
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

/** The carbon managers first: theirs is the main job. */
function inOrder(logins: readonly DemoLogin[]): readonly DemoLogin[] {
  return [...logins].sort(
    (a, b) => Number(b.role === 'CARBON_MANAGER') - Number(a.role === 'CARBON_MANAGER'),
  );
}

function DemoLogins({ onChoose }: { onChoose: (chosen: DemoLogin) => void }) {
  const t = useText(sessionTexts);
  const shared = useText(sharedTexts);
  const { locale } = useLocale();
  const { data, error } = useQuery(demoLoginsQuery);
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  const english = locale === 'en';
  return (
    <section className="th-demo" aria-labelledby="demo-title">
      <Typography.Text strong id="demo-title">
        {t('demo.title')}
      </Typography.Text>
      <br />
      <Typography.Text type="secondary">{t('demo.text')}</Typography.Text>
      <ul>
        {inOrder(data).map((one) => (
          <li key={one.login}>
            <button type="button" onClick={() => onChoose(one)}>
              <span>{roleName(one.role, shared)}</span>
              <code>{one.login}</code>
              <small>{english ? one.enterpriseEn : one.enterprise}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
