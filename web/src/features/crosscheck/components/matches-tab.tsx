import { LinkOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input, InputNumber, Select, Typography } from 'antd';
import { useState } from 'react';
import { type Parameter, parametersQuery } from '@/shared/api/list-parameters';
import { parameterName } from '@/shared/api/parameter-name';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type ItemMatch, type MatchEntry, matchesQuery, useConfirmMatches } from '../api/matches';
import { crosscheckTexts } from '../crosscheck-texts';

type MatchState = 'confirmed' | 'notCompared' | 'suggested' | 'open';
const STATES = ['open', 'suggested', 'confirmed', 'notCompared'] as const;
const TONE = { open: 'due', suggested: 'progress', confirmed: 'good', notCompared: 'neutral' } as const;

function stateOf(one: ItemMatch): MatchState {
  if (one.version > 0) return one.notCompared === null ? 'confirmed' : 'notCompared';
  return one.suggested.length > 0 ? 'suggested' : 'open';
}

const keyOf = (one: ItemMatch) => [one.direction, one.item, one.meteringPoint].join('|');

const entryOf = (one: ItemMatch, parameters: readonly string[]): MatchEntry => ({
  direction: one.direction,
  item: one.item,
  meteringPoint: one.meteringPoint,
  parameters: [...parameters],
  notCompared: null,
  tolerancePercent: one.tolerancePercent,
  version: one.version,
});

/** What each item of the documents is compared with; only what a person confirmed is compared. */
export function MatchesTab() {
  const t = useText(crosscheckTexts);
  const may = useMay();
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [open, setOpen] = useState<ItemMatch | null>(null);
  const matches = useQuery(matchesQuery(enterpriseId, year));
  const parameters = useQuery(parametersQuery(enterpriseId, year));
  const confirm = useConfirmMatches(enterpriseId, year);
  const names = new Map((parameters.data ?? []).map((one) => [one.id, parameterName(one, locale)]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(' + ');
  const proposed = (matches.data ?? []).filter((one) => stateOf(one) === 'suggested');
  const columns: readonly DataColumn<ItemMatch>[] = [
    { key: 'item', title: t('column.item'), text: ({ item }) => item },
    {
      key: 'direction',
      title: t('column.direction'),
      text: ({ direction }) => t(`direction.${direction}`),
      filterValues: ({ direction }) => [direction],
      filters: (['IN', 'OUT'] as const).map((value) => ({ value, label: t(`direction.${value}`) })),
    },
    { key: 'point', title: t('column.point'), text: ({ meteringPoint }) => meteringPoint || null },
    {
      key: 'kinds',
      title: t('column.source'),
      text: ({ kinds }) => kinds.map((kind) => t(`document.${kind}`)).join(' · '),
    },
    { key: 'count', title: t('column.count'), align: 'right', text: ({ documents }) => String(documents) },
    {
      key: 'parameters',
      title: t('items.parameters'),
      text: (one) => one.notCompared ?? named(one.version > 0 ? one.parameters : one.suggested) ?? null,
      maxWidth: 420,
      sortable: false,
    },
    {
      key: 'state',
      title: t('items.state'),
      text: (one) => t(`items.${stateOf(one)}`),
      filterValues: (one) => [stateOf(one)],
      filters: STATES.map((value) => ({ value, label: t(`items.${value}`) })),
      render: (one) => <StateTag tone={TONE[stateOf(one)]}>{t(`items.${stateOf(one)}`)}</StateTag>,
    },
  ];
  const error = matches.error ?? parameters.error ?? confirm.error;
  return (
    <>
      <Typography.Paragraph type="secondary">{t('items.purpose')}</Typography.Paragraph>
      <ProblemAlert error={error} onRetry={() => void matches.refetch()} />
      {(matches.isPending || parameters.isPending) && <TableSkeleton />}
      {matches.data && parameters.data && (
        <DataTable
          label={t('tab.items')}
          fileName={`matches-${year}`}
          urlPrefix="m-"
          rows={matches.data}
          columns={columns}
          rowKey={keyOf}
          {...(may('CROSSCHECK_EDIT') ? { onOpen: setOpen } : {})}
          extra={
            may('CROSSCHECK_EDIT') && proposed.length > 0 ? (
              <Button
                type="primary"
                loading={confirm.isPending}
                onClick={() =>
                  confirm.mutate(
                    proposed.map((one) => entryOf(one, one.suggested)),
                    { onSuccess: () => void message.success(t('items.done')) },
                  )
                }
              >
                {t('items.confirmAll', { count: proposed.length })}
              </Button>
            ) : null
          }
          empty={
            <EmptyState
              icon={<LinkOutlined />}
              title={t('empty.title')}
              text={t('empty.text')}
              clause="6.3.1-e"
            />
          }
        />
      )}
      {open && parameters.data && (
        <MatchDrawer
          key={keyOf(open)}
          match={open}
          parameters={parameters.data}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface MatchForm {
  readonly parameters: string[];
  readonly notCompared?: string;
  readonly tolerance?: string | null;
}

interface MatchDrawerProps {
  readonly match: ItemMatch;
  readonly parameters: readonly Parameter[];
  readonly onClose: () => void;
}

function MatchDrawer({ match, parameters, onClose }: MatchDrawerProps) {
  const t = useText(crosscheckTexts);
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const [form] = Form.useForm<MatchForm>();
  const confirm = useConfirmMatches(enterpriseId, year);
  const save = (values: MatchForm) =>
    confirm.mutate(
      [
        {
          ...entryOf(match, values.parameters),
          notCompared: values.notCompared?.trim() ? values.notCompared.trim() : null,
          tolerancePercent: values.tolerance ?? null,
        },
      ],
      {
        onSuccess: () => {
          void message.success(t('items.done'));
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t('items.edit', {
        item: [match.item, match.meteringPoint].filter(Boolean).join(' · '),
      })}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={confirm.isPending} onClick={() => form.submit()}>
            {t('items.confirm')}
          </Button>
        </div>
      }
    >
      <Form<MatchForm>
        form={form}
        layout="vertical"
        onFinish={save}
        initialValues={{
          parameters: match.version > 0 ? match.parameters : match.suggested,
          notCompared: match.notCompared ?? '',
          tolerance: match.tolerancePercent,
        }}
      >
        <Form.Item name="parameters" label={t('items.parameters')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={parameters
              .filter(({ kind }) => kind === 'FLOW' || kind === 'OUTPUT')
              .map((one) => ({ value: one.id, label: parameterName(one, locale) }))}
          />
        </Form.Item>
        <Form.Item name="notCompared" label={t('items.why')} extra={t('items.why.hint')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="tolerance" label={t('items.tolerance')} extra={t('items.tolerance.hint')}>
          <InputNumber<string> stringMode min="0" max="100" style={{ width: 160 }} />
        </Form.Item>
      </Form>
      {match.confirmedAt !== null && (
        <Typography.Text type="secondary">
          {t('items.by', { by: match.confirmedBy ?? '', at: formatInstant(match.confirmedAt) })}
        </Typography.Text>
      )}
      <ProblemAlert error={confirm.error} />
    </Drawer>
  );
}
