import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { approvalTexts } from '@/shared/approval/approval-texts';
import { formatInstant } from '@/shared/format/time';
import { roleName } from '@/shared/i18n/roles';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { usePick, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { type Definition, definitionsQuery, type Signatory, signatoriesQuery } from '../api/definitions';
import { DefinitionDrawer } from '../components/definition-drawer';

/** How each kind of thing is approved here; changed with a reason, every version kept. */
export function RulesPage() {
  const t = useText(approvalTexts);
  const { enterpriseId } = useScope();
  const definitions = useQuery(definitionsQuery(enterpriseId));
  const people = useQuery(signatoriesQuery(enterpriseId));
  const [editing, setEditing] = useState<Definition | null>(null);
  if (definitions.isPending || people.isPending) return <PageSkeleton />;
  return (
    <>
      <PageHeader title={t('rules.title')} purpose={t('rules.purpose')} />
      <ProblemAlert error={definitions.error ?? people.error} onRetry={() => void definitions.refetch()} />
      <Flex vertical gap={12}>
        {definitions.data?.map((definition) => (
          <DefinitionCard
            key={definition.subjectType}
            definition={definition}
            people={people.data ?? []}
            onEdit={() => setEditing(definition)}
          />
        ))}
      </Flex>
      {editing && (
        <DefinitionDrawer definition={editing} people={people.data ?? []} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface DefinitionCardProps {
  readonly definition: Definition;
  readonly people: readonly Signatory[];
  readonly onEdit: () => void;
}

function DefinitionCard({ definition, people, onEdit }: DefinitionCardProps) {
  const t = useText(approvalTexts);
  const shared = useText(sharedTexts);
  const pick = usePick();
  const may = useMay();
  const { content, changes } = definition;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <Card
      size="small"
      title={
        <Space>
          {pick(content.title)}
          <Tag>
            {definition.version === 0 ? t('rules.standard') : t('rules.own', { version: definition.version })}
          </Tag>
        </Space>
      }
      extra={
        may('APPROVAL_DEFINE') && (
          <Button size="small" onClick={onEdit} aria-label={`${t('rules.edit')}: ${pick(content.title)}`}>
            {t('rules.edit')}
          </Button>
        )
      }
    >
      <ol style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 4 }}>
        {content.steps.map((step) => (
          <li key={step.key}>
            <Typography.Text strong>{pick(step.name)}</Typography.Text>{' '}
            <Typography.Text>
              {[
                ...step.roles.map((role) => roleName(role, shared)),
                ...step.persons.map((id) => names.get(id) ?? id),
              ].join(' / ')}
            </Typography.Text>{' '}
            <Typography.Text type="secondary">
              {t(`mode.${step.mode}`)}
              {step.optional && ` · ${t('step.optional')}`}
            </Typography.Text>
          </li>
        ))}
      </ol>
      <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
        {content.rules.map((rule) => t(`rule.${rule}`)).join(' · ') || t('rule.none')}
      </Typography.Paragraph>
      {changes.map((change) => (
        <Typography.Paragraph
          key={change.version}
          type="secondary"
          style={{ margin: '4px 0 0', fontSize: 12 }}
        >
          {t('rules.history', {
            version: change.version,
            name: change.by,
            time: formatInstant(change.at),
            reason: change.reason,
          })}
        </Typography.Paragraph>
      ))}
    </Card>
  );
}
