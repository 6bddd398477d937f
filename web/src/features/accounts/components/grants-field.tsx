import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { type Enterprise } from '@/shared/api/get-enterprise';
import { type Role, roleName, ROLES } from '@/shared/i18n/roles';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { accountsTexts } from '../accounts-texts';
import { type Grant } from '../api/list-accounts';

/** Roles by place, as the form holds them: one line per enterprise, one for the whole installation. */
export interface PlaceRoles {
  readonly place?: string;
  readonly roles?: readonly Role[];
}

export const INSTALLATION = 'installation';

export function placesOf(grants: readonly Grant[]): readonly PlaceRoles[] {
  const places = [...new Set(grants.map(({ enterpriseId }) => enterpriseId ?? INSTALLATION))];
  return places.map((place) => ({
    place,
    roles: grants
      .filter(({ enterpriseId }) => (enterpriseId ?? INSTALLATION) === place)
      .map(({ role }) => role),
  }));
}

export function grantsOf(places: readonly PlaceRoles[] | undefined): readonly Grant[] {
  return (places ?? []).flatMap(({ place, roles }) =>
    (roles ?? []).map((role) => ({ role, enterpriseId: place === INSTALLATION ? null : (place ?? null) })),
  );
}

/** Form list `places`: an enterprise and the roles held there. */
export function GrantsField({ enterprises }: { enterprises: readonly Enterprise[] }) {
  const t = useText(accountsTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  const form = Form.useFormInstance<{ places?: readonly PlaceRoles[] }>();
  const places = Form.useWatch('places', form) ?? [];
  const taken = places.map((one) => one?.place);
  const placeOptions = [
    ...enterprises.map(({ id, name }) => ({ value: id, label: pick(name) })),
    { value: INSTALLATION, label: t('grant.installation') },
  ];
  return (
    <Form.Item label={t('field.grants')}>
      <Form.List name="places">
        {(fields, { add, remove }) => (
          <div style={{ display: 'grid', gap: 8 }}>
            {fields.map(({ key, name }) => {
              const place = places[name]?.place;
              const roles = ROLES.filter((role) => (role === 'IT_ADMIN') === (place === INSTALLATION));
              return (
                <div key={key} style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 30px', gap: 8 }}>
                  <Form.Item
                    name={[name, 'place']}
                    noStyle
                    rules={[{ required: true, message: t('grant.place.missing') }]}
                  >
                    <Select
                      aria-label={t('grant.place')}
                      placeholder={t('grant.place')}
                      options={placeOptions.map((option) => ({
                        ...option,
                        disabled: option.value !== place && taken.includes(option.value),
                      }))}
                      onChange={() => form.setFieldValue(['places', name, 'roles'], [])}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'roles']}
                    noStyle
                    rules={[{ required: true, message: t('grant.roles.missing') }]}
                  >
                    <Select
                      mode="multiple"
                      aria-label={t('grant.roles')}
                      placeholder={t('grant.roles')}
                      disabled={!place}
                      options={roles.map((role) => ({ value: role, label: roleName(role, shared) }))}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('grant.remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              );
            })}
            <div>
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
                {t('grant.add')}
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
