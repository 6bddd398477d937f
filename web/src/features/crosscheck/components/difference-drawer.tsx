import { LinkOutlined } from '@ant-design/icons';
import { Alert, App, Button, Drawer, Input, Space, Table, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { apiPath, apiUrl } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatExact, formatExactQuantity, formatPlaces } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { StateTag } from '@/shared/ui/state-tag';
import { type Act, type Difference, useJudgement } from '../api/differences';
import { crosscheckTexts } from '../crosscheck-texts';
import { STATE_TONE } from './differences-tab';
import { RemarkList } from './remark-list';

interface DifferenceDrawerProps {
  readonly difference: Difference;
  readonly onClose: () => void;
}

/** One difference: the figures side by side, the documents, what people said, and what to do next. */
export function DifferenceDrawer({ difference, onClose }: DifferenceDrawerProps) {
  const t = useText(crosscheckTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    void message.success(t('link.copied'));
  };
  return (
    <Drawer
      open
      onClose={onClose}
      size={860}
      title={[difference.item, difference.meteringPoint].filter(Boolean).join(' · ')}
      extra={
        <Space>
          <StateTag tone={STATE_TONE[difference.state]}>{t(`state.${difference.state}`)}</StateTag>
          <Tooltip title={t('link.copy')}>
            <Button
              type="text"
              icon={<LinkOutlined />}
              aria-label={t('link.copy')}
              onClick={() => void copy()}
            />
          </Tooltip>
        </Space>
      }
    >
      <Alert
        type={difference.state === 'ACCEPTED' ? 'success' : 'warning'}
        showIcon
        title={t(`kind.${difference.kind}`)}
        description={pick(difference.finding)}
      />
      {difference.comparisons.length + difference.alongside.length > 0 && (
        <SideBySide difference={difference} />
      )}
      <DocumentTable difference={difference} />
      <Typography.Title level={3} style={{ marginTop: 24 }}>
        {t('remarks.title')}
      </Typography.Title>
      <RemarkList
        remarks={difference.remarks.map((remark) => ({
          ...remark,
          title: t(`remark.${remark.act}`, { by: remark.by }),
          note: remark.current ? null : t('remark.past'),
        }))}
        none={t('remarks.none')}
      />
      <Judgement difference={difference} />
    </Drawer>
  );
}

function SideBySide({ difference }: { difference: Difference }) {
  const t = useText(crosscheckTexts);
  const { locale } = useLocale();
  const path = useScopePath();
  const rows = [...difference.comparisons, ...difference.alongside].flatMap((one) => {
    const month = one.month === null ? t('year.whole') : formatMonth(one.month, locale);
    const quantity = (value: string) => formatExactQuantity({ value, unit: one.unit }, locale);
    const key = [one.kind, one.item, one.meteringPoint, one.month].join('|');
    const other = one.item !== difference.item || one.meteringPoint !== difference.meteringPoint;
    const label = [one.item, one.meteringPoint].filter(Boolean).join(' · ');
    return [
      {
        key: `${key}-ledger`,
        source: t('side.ledger', { month }),
        value: one.ledger === null ? '—' : quantity(one.ledger),
        note: <Link to={path('ledger')}>{t('side.open')}</Link>,
      },
      {
        key: `${key}-documents`,
        source: t('side.documents', {
          kind: t(`document.${one.kind}`),
          month,
          count: one.documentCount,
        }),
        value: quantity(one.documents),
        note: other ? label : null,
      },
      ...(one.contracted === null
        ? []
        : [
            {
              key: `${key}-contract`,
              source: t('side.contract'),
              value: quantity(one.contracted),
              note: null,
            },
          ]),
      {
        key: `${key}-difference`,
        source: <strong>{t('side.difference')}</strong>,
        value: (
          <strong>
            {quantity(one.difference)}
            {one.percent !== null && ` (${formatPlaces(one.percent, 2)} %)`}
          </strong>
        ),
        note: t('side.tolerance', { percent: one.tolerancePercent }),
      },
    ];
  });
  return (
    <>
      <Typography.Title level={3} style={{ marginTop: 24 }}>
        {t('side.title')}
      </Typography.Title>
      <Table
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={rows}
        columns={[
          { title: t('side.source'), dataIndex: 'source' },
          { title: t('side.value'), dataIndex: 'value', align: 'right' },
          { title: '', dataIndex: 'note', width: 150 },
        ]}
      />
    </>
  );
}

function DocumentTable({ difference }: { difference: Difference }) {
  const t = useText(crosscheckTexts);
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const withRegisters = difference.documents.some(({ registerStart }) => registerStart !== null);
  if (difference.documents.length === 0) return null;
  return (
    <>
      <Typography.Title level={3} style={{ marginTop: 24 }}>
        {t('documents.title')}
      </Typography.Title>
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        scroll={{ x: 'max-content' }}
        dataSource={[...difference.documents]}
        columns={[
          {
            title: t('document.number'),
            render: (_, row) => (
              <>
                <div style={{ fontVariantNumeric: 'tabular-nums' }}>{row.number}</div>
                <Typography.Text type="secondary">
                  {t(`document.${row.kind}`)}
                  {row.month !== null && ` · ${formatMonth(row.month, locale)}`}
                </Typography.Text>
              </>
            ),
          },
          { title: t('document.partner'), dataIndex: 'partner' },
          {
            title: t('document.quantity'),
            align: 'right',
            render: (_, row) => `${formatExact(row.quantity)} ${formatUnit(row.unit, locale)}`,
          },
          withRegisters
            ? {
                title: t('document.registers'),
                align: 'right',
                render: (_, row) =>
                  row.registerStart === null
                    ? '—'
                    : `${row.registerStart} → ${row.registerEnd ?? '—'} × ${row.multiplier ?? '—'}`,
              }
            : {
                title: t('document.amount'),
                align: 'right',
                render: (_, row) => formatExact(row.netYuan),
              },
          {
            title: t('document.file'),
            render: (_, row) => (
              <a href={apiUrl(apiPath`/enterprises/${enterpriseId}/vouchers/${row.fileDigest}`)}>
                {t('document.row', { file: row.fileName, row: row.row })}
              </a>
            ),
          },
        ]}
      />
    </>
  );
}

function Judgement({ difference }: { difference: Difference }) {
  const t = useText(crosscheckTexts);
  const may = useMay();
  const { message } = App.useApp();
  const { account } = useSession();
  const { enterpriseId, year } = useScope();
  const [words, setWords] = useState('');
  const judgement = useJudgement(enterpriseId, year, difference);
  const explanation = difference.remarks.findLast(({ act, current }) => act === 'EXPLAINED' && current);
  const own = explanation !== undefined && explanation.byId === account?.id;
  const mayExplain = may('CROSSCHECK_EXPLAIN') && difference.state !== 'ACCEPTED';
  const mayAccept = may('CROSSCHECK_ACCEPT') && difference.state !== 'FOUND';
  if (!mayExplain && !mayAccept) return null;
  const done = { explanation: t('explain.done'), acceptance: t('accept.done'), return: t('return.done') };
  const say = (act: Act) =>
    judgement.mutate(
      { act, words: words.trim() === '' ? null : words.trim() },
      {
        onSuccess: () => {
          setWords('');
          void message.success(done[act]);
        },
      },
    );
  return (
    <div style={{ marginTop: 16, display: 'grid', gap: 8 }}>
      <label htmlFor="judgement-words">
        {mayAccept && (!mayExplain || !own) ? t('return.label') : t('explain.label')}
      </label>
      <Input.TextArea
        id="judgement-words"
        rows={3}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {mayExplain && <Typography.Text type="secondary">{t('explain.hint')}</Typography.Text>}
      <ProblemAlert error={judgement.error} />
      <Space wrap>
        {mayExplain && (
          <Button
            type={mayAccept && !own ? 'default' : 'primary'}
            disabled={words.trim() === ''}
            loading={judgement.isPending}
            onClick={() => say('explanation')}
          >
            {t(difference.state === 'EXPLAINED' ? 'explain.again' : 'explain')}
          </Button>
        )}
        {mayAccept && difference.state === 'EXPLAINED' && (
          <Tooltip title={own ? t('accept.own') : undefined}>
            <Button
              type={own ? 'default' : 'primary'}
              disabled={own}
              loading={judgement.isPending}
              onClick={() => say('acceptance')}
            >
              {t('accept')}
            </Button>
          </Tooltip>
        )}
        {mayAccept && (
          <Button
            danger
            disabled={words.trim() === ''}
            loading={judgement.isPending}
            onClick={() => say('return')}
          >
            {t('return')}
          </Button>
        )}
      </Space>
    </div>
  );
}
