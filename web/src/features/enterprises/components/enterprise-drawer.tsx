import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, Select, Space } from 'antd';
import { type Enterprise, SECTORS, type Sector } from '@/shared/api/get-enterprise';
import { sectorName } from '@/shared/i18n/sectors';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { methodNamesQuery } from '../api/list-methods';
import { type EnterpriseDraft, useSaveEnterprise } from '../api/save-enterprise';
import { enterprisesTexts } from '../enterprises-texts';

interface EnterpriseForm {
  readonly nameZh: string;
  readonly nameEn?: string;
  readonly creditCode?: string;
  readonly sector: Sector;
  readonly industryCode?: string;
  readonly address?: string;
  readonly methods?: readonly string[];
  readonly boundary?: string;
  readonly years: readonly number[];
}

const THIS_YEAR = new Date().getFullYear();
const YEARS = Array.from({ length: 8 }, (_, index) => THIS_YEAR + 1 - index);

function formOf(enterprise: Enterprise | null): Partial<EnterpriseForm> {
  if (!enterprise) return { years: [THIS_YEAR], methods: [] };
  const { name, creditCode, ...rest } = enterprise;
  return { ...rest, nameZh: name.zh, nameEn: name.en, creditCode: creditCode ?? '' };
}

function draftOf(values: EnterpriseForm): EnterpriseDraft {
  return {
    name: { zh: values.nameZh.trim(), en: values.nameEn?.trim() ?? '' },
    creditCode: values.creditCode?.trim() || null,
    sector: values.sector,
    industryCode: values.industryCode?.trim() ?? '',
    address: values.address?.trim() ?? '',
    methods: values.methods ?? [],
    boundary: values.boundary?.trim() ?? '',
    years: values.years,
  };
}

export function EnterpriseDrawer({
  enterprise,
  onClose,
}: {
  enterprise: Enterprise | null;
  onClose: () => void;
}) {
  const t = useText(enterprisesTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const methods = useQuery(methodNamesQuery);
  const save = useSaveEnterprise();
  const [form] = Form.useForm<EnterpriseForm>();

  const submit = (values: EnterpriseForm) =>
    save.mutate(
      { enterprise, draft: draftOf(values) },
      {
        onSuccess: ({ name }) => {
          void message.success(t('saved', { name: pick(name) }));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={640}
      title={enterprise ? pick(enterprise.name) : t('add')}
      onClose={onClose}
      footer={
        <Space>
          <Button type="primary" loading={save.isPending} onClick={form.submit}>
            {t(enterprise ? 'save' : 'add.submit')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </Space>
      }
    >
      <ProblemAlert error={save.error ?? methods.error} />
      <Form<EnterpriseForm>
        form={form}
        layout="vertical"
        initialValues={formOf(enterprise)}
        onFinish={submit}
      >
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16, marginTop: 4 }}>
          <Form.Item
            name="nameZh"
            label={t('field.nameZh')}
            rules={[{ required: true, whitespace: true, message: t('field.name.missing') }]}
          >
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <Form.Item name="nameEn" label={t('field.nameEn')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item
            name="sector"
            label={t('field.sector')}
            rules={[{ required: true, message: t('field.sector.missing') }]}
          >
            <Select
              options={SECTORS.map((sector) => ({ value: sector, label: sectorName(sector, shared) }))}
            />
          </Form.Item>
          <Form.Item
            name="creditCode"
            label={t('field.creditCode')}
            rules={[{ pattern: /^[0-9A-Z]{18}$/, message: t('field.creditCode.rule') }]}
          >
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="industryCode" label={t('field.industryCode')}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="address" label={t('field.address')}>
            <Input maxLength={300} />
          </Form.Item>
        </div>
        <Form.Item name="methods" label={t('field.methods')} extra={t('field.methods.hint')}>
          <Select
            mode="multiple"
            loading={methods.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={(methods.data ?? []).map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${pick(title)}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="years"
          label={t('field.years')}
          rules={[{ required: true, message: t('field.years.missing') }]}
        >
          <Select mode="multiple" options={YEARS.map((year) => ({ value: year, label: String(year) }))} />
        </Form.Item>
        <Form.Item name="boundary" label={t('field.boundary')}>
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
