import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Segmented, Select, Space, Table, Tag, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { type Parameter, parametersQuery } from '@/shared/api/list-parameters';
import { parameterName } from '@/shared/api/parameter-name';
import { useScope } from '@/shared/api/use-scope';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag } from '@/shared/ui/state-tag';
import { type ImportPreview, importQuery, type ImportRow, type RowAction } from '../api/get-import';
import { decideRows, type RowDecision } from '../api/decide-rows';
import { importsTexts } from '../imports-texts';

type Show = 'all' | RowAction;

const SHOWS: readonly Show[] = ['all', 'UNDECIDED', 'NEW', 'MAP', 'IGNORE'];
const KINDS = ['FLOW', 'STOCK', 'QUALITY', 'OUTPUT', 'STATE'] as const;
const PAGE = 50;
const LIKELIHOOD = { HIGH: 'good', MEDIUM: 'due', LOW: 'neutral' } as const;

interface SheetRow extends ImportRow {
  readonly sheet: string;
}

/** Which parameter each row belongs to: known, suggested, new or not imported. Decisions are remembered for the next file. */
export function MappingStep({ preview }: { preview: ImportPreview }) {
  const t = useText(importsTexts);
  const { locale } = useLocale();
  const client = useQueryClient();
  const { enterpriseId, year } = useScope();
  const parameters = useQuery(parametersQuery(enterpriseId, year));
  const rows: SheetRow[] = preview.sheets.flatMap(({ name, rows: own }) =>
    own.map((row) => ({ ...row, sheet: name })),
  );
  const count = (show: Show) =>
    show === 'all' ? rows.length : rows.filter(({ action }) => action === show).length;
  const [show, setShow] = useState<Show>(() => (count('UNDECIDED') > 0 ? 'UNDECIDED' : 'all'));
  const shown = show === 'all' ? rows : rows.filter(({ action }) => action === show);
  const decide = useMutation({
    mutationFn: (decisions: readonly RowDecision[]) => decideRows(enterpriseId, preview.id, decisions),
    onSuccess: (next) => client.setQueryData(importQuery(enterpriseId, preview.id).queryKey, next),
  });
  const undecided = rows.filter(({ action }) => action === 'UNDECIDED');
  const suggested = undecided.filter(({ suggestion }) => suggestion !== null);
  return (
    <Card size="small">
      <Typography.Paragraph type="secondary">{t('mapping.text')}</Typography.Paragraph>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap', marginBottom: 12 }}>
        <Segmented
          aria-label={t('mapping.show')}
          value={show}
          options={SHOWS.map((value) => ({ value, label: t(`show.${value}`, { count: count(value) }) }))}
          onChange={setShow}
        />
        <span style={{ flex: 1 }} />
        {suggested.length > 0 && (
          <Button
            loading={decide.isPending}
            onClick={() =>
              decide.mutate(
                suggested.flatMap(({ id, suggestion }) =>
                  suggestion
                    ? [{ rowId: id, action: 'MAP' as const, parameterId: suggestion.parameterId }]
                    : [],
                ),
              )
            }
          >
            {t('mapping.acceptAll', { count: suggested.length })}
          </Button>
        )}
        {undecided.length > 0 && (
          <Button
            loading={decide.isPending}
            onClick={() => decide.mutate(undecided.map(({ id }) => ({ rowId: id, action: 'NEW' as const })))}
          >
            {t('mapping.newAll', { count: undecided.length })}
          </Button>
        )}
      </div>
      <ProblemAlert error={decide.error ?? parameters.error} />
      <Table<SheetRow>
        size="small"
        rowKey="id"
        dataSource={shown}
        pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('sheet'), dataIndex: 'sheet', width: 110 },
          { title: t('sheet.row'), dataIndex: 'row', width: 60, align: 'right' },
          {
            title: t('sheet.labels'),
            render: (_, { labels, block }) => (
              <>
                {labels.join(' · ')}
                {block && (
                  <Typography.Text type="secondary" style={{ fontSize: 12, marginInlineStart: 8 }}>
                    {block}
                  </Typography.Text>
                )}
              </>
            ),
          },
          {
            title: t('sheet.unit'),
            width: 110,
            render: (_, { unitAsWritten, unit }) => (
              <>
                {unitAsWritten} {unit === null && <Tag color="error">{t('mapping.noUnit')}</Tag>}
              </>
            ),
          },
          {
            title: t('mapping.target'),
            width: 420,
            render: (_, row) => (
              <>
                <TargetChoice
                  row={row}
                  parameters={parameters.data ?? []}
                  locale={locale}
                  onDecide={(decision) => decide.mutate([decision])}
                />
                {(row.action === 'NEW' || row.action === 'UNDECIDED') && <Use row={row} />}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** What a new parameter would most likely feed; the plan is proposed after the import. */
function Use({ row }: { row: SheetRow }) {
  const t = useText(importsTexts);
  const pick = usePick();
  const likely = row.bindings[0];
  if (!likely) return null;
  return (
    <Tooltip title={pick(likely.reason)} placement="bottomLeft">
      <div style={{ fontSize: 12, marginTop: 4, display: 'flex', gap: 6, alignItems: 'center' }}>
        <StateTag tone={LIKELIHOOD[likely.likelihood]}>{t(`likelihood.${likely.likelihood}`)}</StateTag>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {t('mapping.use', {
            source: pick(likely.sourceName),
            item: pick(likely.itemName),
            symbol: pick(likely.symbolName),
          })}
        </Typography.Text>
      </div>
    </Tooltip>
  );
}

interface TargetChoiceProps {
  readonly row: SheetRow;
  readonly parameters: readonly Parameter[];
  readonly locale: 'zh-CN' | 'en';
  readonly onDecide: (decision: RowDecision) => void;
}

function TargetChoice({ row, parameters, locale, onDecide }: TargetChoiceProps) {
  const t = useText(importsTexts);
  const value =
    row.action === 'MAP'
      ? (row.parameterId ?? undefined)
      : row.action === 'UNDECIDED'
        ? undefined
        : row.action;
  return (
    <Space.Compact style={{ width: '100%' }}>
      <Select
        aria-label={t('mapping.targetOf', { row: row.labels.join(' ') })}
        style={{ flex: 1 }}
        status={row.action === 'UNDECIDED' ? 'warning' : ''}
        placeholder={
          row.suggestion
            ? t('mapping.suggested', { parameter: parameterName(row.suggestion, locale) })
            : t('mapping.choose')
        }
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={[
          {
            label: t('mapping.group.other'),
            options: [
              { value: 'NEW', label: t('mapping.new') },
              { value: 'IGNORE', label: t('mapping.ignore') },
            ],
          },
          ...(row.suggestion
            ? [
                {
                  label: t('mapping.group.suggested'),
                  options: [
                    { value: row.suggestion.parameterId, label: parameterName(row.suggestion, locale) },
                  ],
                },
              ]
            : []),
          {
            label: t('mapping.group.parameters'),
            options: parameters
              .filter(({ id, sheet }) => id !== row.suggestion?.parameterId && sheet === row.sheet)
              .map((parameter) => ({ value: parameter.id, label: parameterName(parameter, locale) })),
          },
        ]}
        onChange={(choice: string) => {
          if (choice === 'NEW' || choice === 'IGNORE') onDecide({ rowId: row.id, action: choice });
          else onDecide({ rowId: row.id, action: 'MAP', parameterId: choice });
        }}
      />
      {row.action === 'NEW' && row.newParameter && (
        <Select
          aria-label={t('mapping.kindOf', { row: row.labels.join(' ') })}
          style={{ width: 110 }}
          value={row.newParameter.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => onDecide({ rowId: row.id, action: 'NEW', newParameter: { kind } })}
        />
      )}
    </Space.Compact>
  );
}
