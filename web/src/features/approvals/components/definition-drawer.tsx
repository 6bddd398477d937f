import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Checkbox, Drawer, Flex, Form, Input, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { roleName, ROLES } from '@/shared/i18n/roles';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { UnsavedGuard } from '@/shared/ui/unsaved-guard';
import {
  changeDefinition,
  type Definition,
  type DefinitionContent,
  type Signatory,
} from '../api/definitions';

type Step = DefinitionContent['steps'][number];

const RULES = ['NOT_AUTHOR', 'NOT_TWICE', 'NOT_OWN_DEPARTMENT'] as const;
const NEVER_SIGN: readonly string[] = ['VERIFIER', 'IT_ADMIN'];

/** A key no step has yet. */
function freeKey(steps: readonly Step[]): string {
  let number = steps.length + 1;
  while (steps.some(({ key }) => key === `step-${number}`)) number += 1;
  return `step-${number}`;
}

interface DefinitionDrawerProps {
  readonly definition: Definition;
  readonly people: readonly Signatory[];
  readonly onClose: () => void;
}

/** Changes how one kind of thing is approved, with a reason. */
export function DefinitionDrawer({ definition, people, onClose }: DefinitionDrawerProps) {
  const t = useText(approvalTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [content, setContent] = useState<DefinitionContent>(definition.content);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () => changeDefinition(enterpriseId, definition, { content, reason: reason.trim() }),
    onSuccess: async () => {
      void message.success(t('rules.saved'));
      await client.invalidateQueries({ queryKey: ['approval-definitions', enterpriseId] });
      onClose();
    },
  });
  const { steps } = content;
  const setSteps = (next: readonly Step[]) => setContent({ ...content, steps: next });
  const setStep = (index: number, change: Partial<Step>) =>
    setSteps(steps.map((step, at) => (at === index ? { ...step, ...change } : step)));
  const moveUp = (index: number) =>
    setSteps([
      ...steps.slice(0, index - 1),
      ...steps.slice(index, index + 1),
      ...steps.slice(index - 1, index),
      ...steps.slice(index + 1),
    ]);
  const add = () =>
    setSteps([
      ...steps,
      {
        key: freeKey(steps),
        name: { zh: '', en: '' },
        roles: [],
        persons: [],
        mode: 'ONE',
        optional: false,
      },
    ]);
  return (
    <Drawer
      open
      size={720}
      title={pick(content.title)}
      onClose={onClose}
      footer={
        <Space>
          <Button
            type="primary"
            loading={save.isPending}
            disabled={reason.trim() === ''}
            onClick={() => save.mutate()}
          >
            {shared('save')}
          </Button>
          <Button onClick={onClose}>{shared('cancel')}</Button>
        </Space>
      }
    >
      <UnsavedGuard dirty={content !== definition.content && !save.isSuccess} />
      <Form layout="vertical">
        <Form.Item label={t('record.rules')}>
          <Checkbox.Group
            value={[...content.rules]}
            options={RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
            onChange={(chosen) =>
              setContent({ ...content, rules: RULES.filter((rule) => chosen.includes(rule)) })
            }
          />
        </Form.Item>
        <Flex vertical gap={12} style={{ marginBottom: 12 }}>
          {steps.map((step, index) => (
            <StepCard
              key={step.key}
              step={step}
              number={index + 1}
              people={people}
              onChange={(change) => setStep(index, change)}
              onUp={index === 0 ? undefined : () => moveUp(index)}
              onRemove={
                steps.length === 1 ? undefined : () => setSteps(steps.filter((_, at) => at !== index))
              }
            />
          ))}
          <Button icon={<PlusOutlined />} onClick={add}>
            {t('rules.step.add')}
          </Button>
        </Flex>
        <Form.Item label={t('rules.reason')} required htmlFor="rules-reason">
          <Input.TextArea
            id="rules-reason"
            rows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      <ProblemAlert error={save.error} />
    </Drawer>
  );
}

interface StepCardProps {
  readonly step: Step;
  readonly number: number;
  readonly people: readonly Signatory[];
  readonly onChange: (change: Partial<Step>) => void;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

function StepCard({ step, number, people, onChange, onUp, onRemove }: StepCardProps) {
  const t = useText(approvalTexts);
  const shared = useText(sharedTexts);
  const id = (field: string) => `step-${number}-${field}`;
  return (
    <Card
      size="small"
      title={`${number}`}
      extra={
        <Space size={4}>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined />}
            disabled={!onUp}
            onClick={onUp}
            aria-label={t('rules.step.up', { number })}
          />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            disabled={!onRemove}
            onClick={onRemove}
            aria-label={t('rules.step.remove', { number })}
          />
        </Space>
      }
    >
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 12 }}>
        <Form.Item label={t('rules.step.zh')} htmlFor={id('zh')}>
          <Input
            id={id('zh')}
            value={step.name.zh}
            onChange={(event) => onChange({ name: { ...step.name, zh: event.target.value } })}
          />
        </Form.Item>
        <Form.Item label={t('rules.step.en')} htmlFor={id('en')}>
          <Input
            id={id('en')}
            value={step.name.en}
            onChange={(event) => onChange({ name: { ...step.name, en: event.target.value } })}
          />
        </Form.Item>
        <Form.Item label={t('rules.step.roles')} htmlFor={id('roles')}>
          <Select
            id={id('roles')}
            mode="multiple"
            value={[...step.roles]}
            options={ROLES.filter((role) => !NEVER_SIGN.includes(role)).map((role) => ({
              value: role,
              label: roleName(role, shared),
            }))}
            onChange={(roles) => onChange({ roles })}
          />
        </Form.Item>
        <Form.Item label={t('rules.step.persons')} htmlFor={id('persons')}>
          <Select
            id={id('persons')}
            mode="multiple"
            value={[...step.persons]}
            options={people.map((person) => ({ value: person.id, label: person.name }))}
            onChange={(persons) => onChange({ persons })}
          />
        </Form.Item>
        <Form.Item label={t('rules.step.mode')} style={{ marginBottom: 0 }}>
          <Radio.Group
            value={step.mode}
            options={(['ONE', 'ALL'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={(event) => onChange({ mode: event.target.value === 'ALL' ? 'ALL' : 'ONE' })}
          />
        </Form.Item>
        <Form.Item label=" " style={{ marginBottom: 0 }}>
          <Checkbox
            checked={step.optional}
            onChange={(event) => onChange({ optional: event.target.checked })}
          >
            {t('rules.step.optional')}
          </Checkbox>
        </Form.Item>
      </div>
    </Card>
  );
}
