import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, Select, Space, Typography } from 'antd';
import { useScope } from '@/shared/api/use-scope';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { intensitiesQuery, useDefineIntensities, type WatchedIntensities } from '../api/intensities';
import { type Inventory } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';
import { entryOf, type IntensityRow, rowOf } from '../model/intensity-row';

interface IntensityDrawerProps {
  readonly inventory: Inventory;
  readonly onClose: () => void;
}

/** What is watched per unit of output: a total or sources, of the whole or of facilities, per an output of the plan. */
export function IntensityDrawer({ inventory, onClose }: IntensityDrawerProps) {
  const t = useText(inventoryTexts);
  const { enterpriseId, year } = useScope();
  const watched = useQuery(intensitiesQuery(enterpriseId, inventory.method.id, year));
  if (watched.data) {
    return <IntensityForm watched={watched.data} inventory={inventory} onClose={onClose} />;
  }
  return (
    <Drawer open size={720} title={t('intensity.edit')} onClose={onClose}>
      <ProblemAlert error={watched.error} onRetry={() => void watched.refetch()} />
      {watched.isPending && <TableSkeleton />}
    </Drawer>
  );
}

function IntensityForm({
  watched,
  inventory,
  onClose,
}: IntensityDrawerProps & { readonly watched: WatchedIntensities }) {
  const t = useText(inventoryTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [form] = Form.useForm<{ rows: IntensityRow[] }>();
  const define = useDefineIntensities(enterpriseId, inventory.method.id);
  const required = [{ required: true, message: t('intensity.required') }];
  const numerators = [
    {
      label: t('indicators.totals'),
      options: watched.totals.map(({ key, name }) => ({ value: `total:${key}`, label: pick(name) })),
    },
    {
      label: t('column.source'),
      options: watched.sources.map(({ key, name }) => ({ value: `source:${key}`, label: pick(name) })),
    },
  ];
  return (
    <Drawer
      open
      size={720}
      title={t('intensity.edit')}
      onClose={onClose}
      footer={
        <Space>
          <Button
            type="primary"
            loading={define.isPending}
            disabled={watched.outputs.length === 0}
            onClick={() => form.submit()}
          >
            {t('intensity.save')}
          </Button>
          <Button onClick={onClose}>{t('intensity.cancel')}</Button>
        </Space>
      }
    >
      <Typography.Paragraph type="secondary">
        {t(watched.outputs.length === 0 ? 'intensity.noOutput' : 'intensity.text')}
      </Typography.Paragraph>
      <ProblemAlert error={define.error} />
      <Form<{ rows: IntensityRow[] }>
        form={form}
        layout="vertical"
        initialValues={{ rows: watched.definitions.map(rowOf) }}
        onFinish={({ rows }) =>
          define.mutate(rows.map(entryOf), {
            onSuccess: () => {
              void message.success(t('intensity.saved'));
              onClose();
            },
          })
        }
      >
        <Form.List name="rows">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div
                  key={key}
                  style={{
                    display: 'flex',
                    gap: 8,
                    border: '1px solid var(--th-border)',
                    borderRadius: 6,
                    padding: '8px 12px 0',
                    marginBottom: 8,
                  }}
                >
                  <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', flex: 1 }}>
                    <Form.Item
                      name={[name, 'zh']}
                      label={t('intensity.zh')}
                      rules={required}
                      style={{ flex: '1 1 240px' }}
                    >
                      <Input maxLength={120} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'en']}
                      label={t('intensity.en')}
                      rules={required}
                      style={{ flex: '1 1 240px' }}
                    >
                      <Input maxLength={120} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'numerator']}
                      label={t('intensity.numerator')}
                      rules={required}
                      style={{ flex: '1 1 100%' }}
                    >
                      <Select
                        mode="multiple"
                        options={numerators}
                        showSearch={{ optionFilterProp: 'label' }}
                      />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'per']}
                      label={t('intensity.per')}
                      rules={required}
                      style={{ flex: '1 1 240px' }}
                    >
                      <Select
                        options={watched.outputs.map((output) => ({
                          value: output.key,
                          label: pick(output.name),
                        }))}
                      />
                    </Form.Item>
                    {inventory.byFacility.length > 0 && (
                      <Form.Item
                        name={[name, 'facilities']}
                        label={t('intensity.facilities')}
                        style={{ flex: '1 1 240px' }}
                      >
                        <Select
                          mode="multiple"
                          placeholder={t('intensity.whole')}
                          options={inventory.byFacility.map((one) => ({
                            value: one.label,
                            label: pick(one.name),
                          }))}
                        />
                      </Form.Item>
                    )}
                  </div>
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('intensity.remove')}
                    onClick={() => remove(name)}
                  />
                </div>
              ))}
              <Button
                icon={<PlusOutlined />}
                onClick={() => add({ per: watched.outputs[0]?.key, numerator: [], facilities: [] })}
              >
                {t('intensity.add')}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </Drawer>
  );
}
