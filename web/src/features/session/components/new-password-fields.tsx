import { Form, Input } from 'antd';
import { useText } from '@/shared/i18n/use-locale';
import { sessionTexts } from '../session-texts';

/** The server's password policy, checked here only to save a round trip. */
const SHORTEST = 12;

/** A new password twice; fields `password` and `again`. */
export function NewPasswordFields() {
  const t = useText(sessionTexts);
  return (
    <>
      <Form.Item
        name="password"
        label={t('password.new')}
        extra={t('password.rule', { length: SHORTEST })}
        rules={[
          { required: true, message: t('password.new.missing') },
          { min: SHORTEST, message: t('password.short', { length: SHORTEST }) },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['password']}
        rules={[
          { required: true, message: t('password.again.missing') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
