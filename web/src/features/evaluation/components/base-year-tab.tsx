import { FlagOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Input, Modal, Select, Table, Typography } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatExact, formatPlaces, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { axisLabel, tooltipValue } from '@/shared/ui/chart/axis';
import { Chart } from '@/shared/ui/chart/chart';
import { EmptyState } from '@/shared/ui/empty-state';
import { Figure } from '@/shared/ui/figure';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type ColorMode, seriesColor } from '@/shared/ui/theme/palette';
import { type BaseYear, baseYearQuery, type HistoryYear, useChooseBaseYear } from '../api/base-year';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';

const sizeOf = (value: string) => value.replace(/^-/, '');

/** The base year with its reason, and every year's result against it (6.3.3-a). */
export function BaseYearTab({ run }: { run: Run }) {
  const t = useText(evaluationTexts);
  const may = useMay();
  const path = useScopePath();
  const { enterpriseId } = useScope();
  const [choosing, setChoosing] = useState(false);
  const query = useQuery(baseYearQuery(enterpriseId, run.method.id));
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const baseYear = query.data;
  const { base, choices } = baseYear;
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Card
        title={t('y.base')}
        extra={
          may('EVALUATION_EDIT') &&
          baseYear.history.length > 0 && (
            <Button
              {...(base === null ? { type: 'primary' as const } : {})}
              onClick={() => setChoosing(true)}
            >
              {t(base === null ? 'y.choose' : baseYear.restated ? 'y.confirm' : 'y.changeIt')}
            </Button>
          )
        }
      >
        {base === null ? (
          <EmptyState
            icon={<FlagOutlined />}
            title={t('y.base.none')}
            text={t('y.base.none.text')}
            clause="6.3.3-a"
          />
        ) : (
          <div style={{ display: 'grid', gap: 8 }}>
            <span style={{ fontSize: 20, fontWeight: 600 }}>{t('y.base.is', { year: base.year })}</span>
            <Typography.Text type="secondary">
              {t('y.base.line', { by: base.chosenBy, at: formatInstant(base.chosenAt), reason: base.reason })}
            </Typography.Text>
            {baseYear.restated && <Alert type="warning" showIcon title={t('y.restated')} />}
            {choices.length > 1 && (
              <div>
                <Typography.Text type="secondary">{t('y.choices')}</Typography.Text>
                <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
                  {choices.slice(0, -1).map((one) => (
                    <li key={one.version}>
                      {t('y.base.is', { year: one.year })} ·{' '}
                      {t('y.base.line', {
                        by: one.chosenBy,
                        at: formatInstant(one.chosenAt),
                        reason: one.reason,
                      })}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        )}
      </Card>
      {baseYear.history.length > 0 && (
        <Card
          extra={
            <Link
              to={`${path('year-on-year')}?method=${run.method.id}${base === null ? '' : `&before=${base.year}`}`}
            >
              {t('y.yearOnYear')}
            </Link>
          }
          title={t('y.history')}
        >
          <History baseYear={baseYear} />
          <HistoryTable baseYear={baseYear} />
        </Card>
      )}
      {choosing && <ChooseDialog run={run} baseYear={baseYear} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function History({ baseYear }: { baseYear: BaseYear }) {
  const t = useText(evaluationTexts);
  const { locale } = useLocale();
  const { base, history } = baseYear;
  const last = history.at(-1);
  const change = last?.total.changePercent ?? null;
  const words = {
    year: last?.year ?? 0,
    base: base?.year ?? 0,
    percent: formatPlaces(sizeOf(change ?? '0'), 2),
  };
  const title =
    base === null || change === null
      ? t('y.title.none', { count: history.length })
      : compareDecimal(change, '0') === 0
        ? t('y.title.same', words)
        : t(change.startsWith('-') ? 'y.title.down' : 'y.title.up', words);
  const option = useCallback(
    (mode: ColorMode) => ({
      grid: { left: 70, right: 12, top: 24, bottom: 28 },
      xAxis: {
        type: 'category' as const,
        data: history.map(({ year }) => (year === base?.year ? `${year} (${t('y.isBase')})` : String(year))),
      },
      yAxis: {
        type: 'value' as const,
        axisLabel: { formatter: (value: number) => axisLabel(value, locale) },
      },
      tooltip: {
        trigger: 'item' as const,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const one = history[dataIndex];
          return one ? `${one.year}<br>${tooltipValue(one.total.value, one.total.unit, locale)}` : '';
        },
      },
      series: [
        {
          type: 'bar' as const,
          barMaxWidth: 56,
          data: history.map(({ year, total }) => ({
            value: chartNumber(total.value),
            itemStyle: { color: seriesColor(0, mode), opacity: year === base?.year ? 0.55 : 1 },
            label: {
              show: true,
              position: 'top' as const,
              opacity: 1,
              formatter: formatQuantity(scaleForReading(total, locale), locale),
            },
          })),
        },
      ],
    }),
    [history, base?.year, t, locale],
  );
  const unit = formatUnit(history[0]?.total.unit ?? '', locale);
  return (
    <Chart
      title={title}
      option={option}
      height={260}
      fileName="base-year"
      table={{
        columns: [t('y.year'), `${t('y.total')} (${unit})`, `${t('y.change')} (%)`],
        rows: history.map(({ year, total }) => [
          String(year),
          formatExact(total.value),
          total.changePercent === null ? null : formatPlaces(total.changePercent, 2),
        ]),
        exactRows: history.map(({ year, total }) => [String(year), total.value, total.changePercent]),
      }}
    />
  );
}

function HistoryTable({ baseYear }: { baseYear: BaseYear }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const path = useScopePath();
  const { history, base } = baseYear;
  const shownChange = (change: string | null) =>
    change === null ? '' : ` (${change.startsWith('-') ? '' : '+'}${formatPlaces(change, 2)} %)`;
  const figures = new Map(
    history.flatMap(({ intensities }) =>
      intensities.map((one) => [one.key, { name: one.name, unit: one.unit }] as const),
    ),
  );
  return (
    <Table<HistoryYear>
      size="small"
      pagination={false}
      style={{ marginTop: 12 }}
      scroll={{ x: 'max-content' }}
      rowKey="year"
      dataSource={[...history].reverse()}
      columns={[
        {
          title: t('y.year'),
          render: (_, { year, provisional }) => (
            <>
              {year} {year === base?.year && <StateTag tone="progress">{t('y.isBase')}</StateTag>}{' '}
              {provisional && <StateTag tone="due">{t('y.provisional')}</StateTag>}
            </>
          ),
        },
        {
          title: t('y.number'),
          render: (_, { inventoryId, number }) => (
            <Link to={path(`inventories/${inventoryId}`)}>{`#${number}`}</Link>
          ),
        },
        {
          title: t('y.total'),
          align: 'right',
          render: (_, { inventoryId, total }) => (
            <>
              <Figure
                quantity={total}
                trace={{ enterpriseId, inventoryId, figureId: total.figure ?? 'total' }}
              />
              {shownChange(total.changePercent)}
            </>
          ),
        },
        ...[...figures].map(([key, { name, unit }]) => ({
          title: `${pick(name)} (${formatUnit(unit, locale)})`,
          align: 'right' as const,
          render: (_: unknown, { inventoryId, intensities }: HistoryYear) => {
            const one = intensities.find((intensity) => intensity.key === key);
            return one ? (
              <>
                <Figure
                  quantity={one}
                  unit="hidden"
                  trace={one.figure === null ? null : { enterpriseId, inventoryId, figureId: one.figure }}
                />
                {shownChange(one.changePercent)}
              </>
            ) : (
              '—'
            );
          },
        })),
      ]}
    />
  );
}

interface ChooseDialogProps {
  readonly run: Run;
  readonly baseYear: BaseYear;
  readonly onClose: () => void;
}

function ChooseDialog({ run, baseYear, onClose }: ChooseDialogProps) {
  const t = useText(evaluationTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const years = baseYear.history.map(({ year }) => year);
  const [year, setYear] = useState(baseYear.base?.year ?? years[0] ?? 0);
  const [reason, setReason] = useState('');
  const choose = useChooseBaseYear(enterpriseId);
  return (
    <Modal
      open
      title={t(baseYear.base === null ? 'y.choose' : 'y.changeIt')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: choose.isPending }}
      onCancel={onClose}
      onOk={() =>
        choose.mutate(
          { method: run.method.id, year, reason: reason.trim(), version: baseYear.base?.version ?? 0 },
          {
            onSuccess: () => {
              void message.success(t('saved'));
              onClose();
            },
          },
        )
      }
    >
      <div style={{ display: 'grid', gap: 8 }}>
        <label htmlFor="base-year">{t('y.year')}</label>
        <Select
          id="base-year"
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: String(value) }))}
        />
        <label htmlFor="base-reason">{t('y.reason')}</label>
        <Input.TextArea
          id="base-reason"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemAlert error={choose.error} />
      </div>
    </Modal>
  );
}
