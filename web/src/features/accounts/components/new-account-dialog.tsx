import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Enterprise } from '@/shared/api/get-enterprise';
import { type Locale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { accountsTexts } from '../accounts-texts';
import { useCreateAccount } from '../api/change-accounts';
import { oneTimePassword } from '../model/password';
import { GrantsField, grantsOf, type PlaceRoles } from './grants-field';
import { PasswordOnce } from './password-once';

interface NewAccountForm {
  readonly login: string;
  readonly name: string;
  readonly locale: Locale;
  readonly places?: readonly PlaceRoles[];
}

/** Makes an account with a one-time password, which is shown once to be handed over. */
export function NewAccountDialog({
  enterprises,
  onClose,
}: {
  enterprises: readonly Enterprise[];
  onClose: () => void;
}) {
  const t = useText(accountsTexts);
  const [form] = Form.useForm<NewAccountForm>();
  const [password] = useState(() => oneTimePassword());
  const create = useCreateAccount();

  const submit = ({ login, name, locale, places }: NewAccountForm) =>
    create.mutate({ login: login.trim(), name: name.trim(), locale, password, grants: grantsOf(places) });
  if (create.data) {
    return <PasswordOnce login={create.data.login} password={password} onClose={onClose} />;
  }
  return (
    <Modal
      open
      width={640}
      title={t('add')}
      okText={t('add.submit')}
      okButtonProps={{ loading: create.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemAlert error={create.error} />
      <Form<NewAccountForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ locale: 'zh-CN', places: [{}] }}
        style={{ marginTop: 12 }}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 140px', columnGap: 12 }}>
          <Form.Item
            name="login"
            label={t('field.login')}
            extra={t('field.login.rule')}
            rules={[{ required: true, whitespace: true, message: t('field.login.missing') }]}
          >
            <Input autoComplete="off" autoFocus maxLength={64} />
          </Form.Item>
          <Form.Item
            name="name"
            label={t('field.name')}
            rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}
          >
            <Input autoComplete="off" maxLength={100} />
          </Form.Item>
          <Form.Item name="locale" label={t('field.locale')}>
            <Select
              options={[
                { value: 'zh-CN', label: t('locale.zh') },
                { value: 'en', label: t('locale.en') },
              ]}
            />
          </Form.Item>
        </div>
        <GrantsField enterprises={enterprises} />
      </Form>
    </Modal>
  );
}
