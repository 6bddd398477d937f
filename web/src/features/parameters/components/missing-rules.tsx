import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Form, Input, Select } from 'antd';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { methodPlanTexts } from '../method-plan-texts';
import { type PlanInput } from '../model/input-offer';
import { bindingOf, type BindingDraft } from '../model/plan-form';
import { BindingField, type BindingSources } from './binding-field';

interface MissingRulesProps extends BindingSources {
  /** Every input of the source. */
  readonly inputs: readonly PlanInput[];
  /** Those that are bound; only they can be missing in a month. */
  readonly bound: readonly string[];
}

/** What to do in a month without a value: leave inputs out, use others instead, and say why on the figure. */
export function MissingRules({ inputs, bound, ...sources }: MissingRulesProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  const all = inputs.map((input) => ({ value: input.key, label: `${input.key} ${pick(input.name)}` }));
  const own = all.filter(({ value }) => bound.includes(value));
  return (
    <Form.List name="rules">
      {(rules, { add, remove }) => (
        <div style={{ display: 'grid', gap: 8 }}>
          {rules.map(({ key, name }) => (
            <Card
              key={key}
              size="small"
              title={t('rule.title', { number: name + 1 })}
              extra={
                <Button
                  type="text"
                  size="small"
                  aria-label={t('rule.remove')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove(name)}
                />
              }
            >
              <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16 }}>
                <Form.Item
                  name={[name, 'symbol']}
                  label={t('rule.symbol')}
                  rules={[{ required: true, message: t('rule.symbol.missing') }]}
                >
                  <Select options={own} />
                </Form.Item>
                <Form.Item name={[name, 'drop']} label={t('rule.drop')}>
                  <Select mode="multiple" options={own} />
                </Form.Item>
              </div>
              <Replacements rule={name} inputs={inputs} {...sources} />
              <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16 }}>
                <Form.Item
                  name={[name, 'zh']}
                  label={t('rule.reason.zh')}
                  rules={[{ required: true, whitespace: true, message: t('rule.reason.missing') }]}
                >
                  <Input.TextArea autoSize maxLength={400} />
                </Form.Item>
                <Form.Item name={[name, 'en']} label={t('rule.reason.en')}>
                  <Input.TextArea autoSize maxLength={400} />
                </Form.Item>
              </div>
            </Card>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} disabled={own.length === 0} onClick={() => add({})}>
            {t('rule.add')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

interface ReplacementsProps extends BindingSources {
  readonly rule: number;
  readonly inputs: readonly PlanInput[];
}

function Replacements({ rule, inputs, ...sources }: ReplacementsProps) {
  const t = useText(methodPlanTexts);
  const pick = usePick();
  return (
    <Form.List name={[rule, 'use']}>
      {(uses, { add, remove }) => (
        <Form.Item label={t('rule.use')}>
          <div style={{ display: 'grid', gap: 8 }}>
            {uses.map(({ key, name }) => (
              <div
                key={key}
                style={{ display: 'grid', gridTemplateColumns: '150px minmax(0, 1fr) 32px', gap: 8 }}
              >
                <Form.Item
                  name={[name, 'symbol']}
                  noStyle
                  rules={[{ required: true, message: t('rule.symbol.missing') }]}
                >
                  <Select
                    aria-label={t('rule.use')}
                    options={inputs.map((input) => ({
                      value: input.key,
                      label: `${input.key} ${pick(input.name)}`,
                    }))}
                  />
                </Form.Item>
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) => {
                    const symbol = getFieldValue(['rules', rule, 'use', name, 'symbol']) as
                      string | undefined;
                    const input = inputs.find((one) => one.key === symbol);
                    return input ? (
                      <Form.Item
                        name={[name, 'binding']}
                        style={{ marginBottom: 0 }}
                        rules={[
                          {
                            validator: (_, draft: BindingDraft | undefined) =>
                              bindingOf(draft)
                                ? Promise.resolve()
                                : Promise.reject(new Error(t('binding.incomplete'))),
                          },
                        ]}
                      >
                        <BindingField input={input} {...sources} />
                      </Form.Item>
                    ) : (
                      <span />
                    );
                  }}
                </Form.Item>
                <Button
                  type="text"
                  aria-label={t('rule.removeUse')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => add({})}>
              {t('rule.addUse')}
            </Button>
          </div>
        </Form.Item>
      )}
    </Form.List>
  );
}
