import { AimOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Card, Input, InputNumber, Modal, Select, Space, Table, Typography } from 'antd';
import { useCallback, useState } from 'react';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { chartNumber } from '@/shared/format/decimal';
import { formatExact, formatNumber, formatPlaces } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { escapeHtml } from '@/shared/ui/chart/axis';
import { Chart } from '@/shared/ui/chart/chart';
import { EmptyState } from '@/shared/ui/empty-state';
import { Figure } from '@/shared/ui/figure';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type ColorMode, seriesColor, STATE } from '@/shared/ui/theme/palette';
import {
  type Benchmark,
  type BenchmarkBody,
  type Benchmarks,
  benchmarksQuery,
  type Intensity,
  useEnterBenchmark,
  useWithdrawBenchmark,
} from '../api/benchmarks';
import { type Run } from '@/shared/api/runs';
import { evaluationTexts } from '../evaluation-texts';
import { WithdrawButton } from './withdraw-button';

const KINDS = ['LEADING', 'AVERAGE', 'LIMIT', 'PEER'] as const;
const sizeOf = (value: string) => value.replace(/^-/, '');

/** Intensities of the result beside values of the sector, each with its source (6.3.3-e). */
export function BenchmarkTab({ run }: { run: Run }) {
  const t = useText(evaluationTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const [editing, setEditing] = useState<Benchmark | 'new' | null>(null);
  const query = useQuery(benchmarksQuery(enterpriseId, run.id));
  if (query.isPending) return <PageSkeleton />;
  if (!query.data) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const { intensities, benchmarks } = query.data;
  const add = may('EVALUATION_EDIT') && intensities.length > 0 && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('b.add')}
    </Button>
  );
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {benchmarks.length === 0 ? (
        <Card>
          <EmptyState
            icon={<AimOutlined />}
            title={t(intensities.length === 0 ? 'b.noIntensity.title' : 'b.none.title')}
            text={t(intensities.length === 0 ? 'b.noIntensity.text' : 'b.none.text')}
            clause="6.3.3-e"
            action={add}
          />
        </Card>
      ) : (
        <>
          <div
            style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(440px, 1fr))' }}
          >
            {intensities
              .filter(({ key }) => benchmarks.some(({ intensity }) => intensity === key))
              .map((intensity) => (
                <Card key={intensity.key}>
                  <Comparison
                    run={run}
                    intensity={intensity}
                    benchmarks={benchmarks.filter((one) => one.intensity === intensity.key)}
                  />
                </Card>
              ))}
          </div>
          <BenchmarkTable run={run} data={query.data} add={add} onEdit={setEditing} />
        </>
      )}
      {editing && (
        <BenchmarkDialog
          run={run}
          intensities={intensities}
          before={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly run: Run;
  readonly intensity: Intensity;
  readonly benchmarks: readonly Benchmark[];
}

function Comparison({ run, intensity, benchmarks }: ComparisonProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const first = benchmarks.find(({ kind }) => kind === 'LEADING') ?? benchmarks[0];
  const unit = first?.unit ?? intensity.unit;
  const alike = benchmarks.filter((one) => one.unit === unit && one.own !== null);
  const own = alike[0]?.own ?? intensity.value;
  const difference = first?.differencePercent ?? '0';
  const words = { name: first?.name ?? '', percent: formatPlaces(sizeOf(difference), 2) };
  const title =
    chartNumber(difference) === 0
      ? t('b.title.even', words)
      : t(difference.startsWith('-') ? 'b.title.better' : 'b.title.worse', words);
  const ownName = t('b.own', { year: run.period.from.slice(0, 4) });
  const option = useCallback(
    (mode: ColorMode) => {
      const bars = [
        { name: ownName, value: own, own: true },
        ...alike.map((one) => ({ name: `${one.name} ${one.year}`, value: one.value, own: false })),
      ];
      return {
        grid: { left: 150, right: 80, top: 8, bottom: 24 },
        xAxis: { type: 'value' as const },
        yAxis: {
          type: 'category' as const,
          inverse: true,
          data: bars.map(({ name }) => name),
          axisLabel: { width: 140, overflow: 'truncate' as const },
        },
        tooltip: {
          trigger: 'item' as const,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            `${escapeHtml(bars[dataIndex]?.name ?? '')}<br>${formatExact(bars[dataIndex]?.value)} ${formatUnit(unit, locale)}`,
        },
        series: [
          {
            type: 'bar' as const,
            barMaxWidth: 22,
            data: bars.map((bar) => ({
              value: chartNumber(bar.value),
              itemStyle: { color: bar.own ? seriesColor(0, mode) : STATE.neutral[mode] },
              label: { show: true, position: 'right' as const, formatter: formatNumber(bar.value, 4) },
            })),
          },
        ],
      };
    },
    [alike, own, ownName, unit, locale],
  );
  return (
    <Chart
      title={title}
      subtitle={`${pick(intensity.name)} (${formatUnit(unit, locale)})`}
      option={option}
      height={60 + 34 * (alike.length + 1)}
      fileName={`benchmark-${intensity.key}`}
      table={{
        columns: [t('b.name'), formatUnit(unit, locale)],
        rows: [
          [ownName, formatExact(own)],
          ...alike.map((one) => [`${one.name} ${one.year}`, formatExact(one.value)]),
        ],
      }}
    />
  );
}

interface BenchmarkTableProps {
  readonly run: Run;
  readonly data: Benchmarks;
  readonly add: React.ReactNode;
  readonly onEdit: (benchmark: Benchmark) => void;
}

function BenchmarkTable({ run, data, add, onEdit }: BenchmarkTableProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const may = useMay();
  const { locale } = useLocale();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const withdraw = useWithdrawBenchmark(enterpriseId);
  const intensityOf = (key: string) => data.intensities.find((one) => one.key === key);
  return (
    <Card title={t('b.table')} extra={add} styles={{ body: { padding: 0 } }}>
      <Table<Benchmark>
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey="id"
        dataSource={[...data.benchmarks]}
        columns={[
          { title: t('b.name'), render: (_, { name, year }) => `${name} (${year})` },
          { title: t('b.kind'), render: (_, { kind }) => t(`b.kind.${kind}`) },
          {
            title: t('b.intensity'),
            render: (_, { intensity }) => {
              const one = intensityOf(intensity);
              return one ? pick(one.name) : intensity;
            },
          },
          {
            title: t('b.value'),
            align: 'right',
            render: (_, { value, unit }) => (
              <span className="th-number">
                {formatExact(value)} {formatUnit(unit, locale)}
              </span>
            ),
          },
          {
            title: t('b.ownValue'),
            align: 'right',
            render: (_, { own, unit, intensity }) => (
              <Figure
                quantity={own === null ? null : { value: own, unit }}
                trace={{
                  enterpriseId,
                  inventoryId: run.id,
                  figureId: intensityOf(intensity)?.figure ?? `intensity:${intensity}`,
                }}
              />
            ),
          },
          {
            title: t('b.difference'),
            align: 'right',
            render: (_, { differencePercent }) =>
              differencePercent === null ? (
                '—'
              ) : (
                <Space>
                  <span className="th-number">{formatPlaces(differencePercent, 2)}</span>
                  <StateTag tone={differencePercent.startsWith('-') ? 'good' : 'due'}>
                    {t(differencePercent.startsWith('-') ? 'b.below' : 'b.above')}
                  </StateTag>
                </Space>
              ),
          },
          {
            title: t('b.source'),
            render: (_, { source, scope, enteredBy, enteredAt }) => (
              <div style={{ maxWidth: 300, whiteSpace: 'normal' }}>
                {source}
                {scope !== null && ` · ${scope}`}
                <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
                  {t('by.line', { by: enteredBy, at: formatInstant(enteredAt) })}
                </Typography.Text>
              </div>
            ),
          },
          {
            title: '',
            render: (_, one) =>
              may('EVALUATION_EDIT') && (
                <Space size={0}>
                  <Button type="link" size="small" onClick={() => onEdit(one)}>
                    {t('u.change')}
                  </Button>
                  <WithdrawButton
                    pending={withdraw.isPending}
                    error={withdraw.error}
                    onWithdraw={(reason) =>
                      withdraw.mutate(
                        { id: one.id, version: one.version, reason },
                        { onSuccess: () => void message.success(t('withdraw.done')) },
                      )
                    }
                  />
                </Space>
              ),
          },
        ]}
      />
    </Card>
  );
}

interface BenchmarkDialogProps {
  readonly run: Run;
  readonly intensities: readonly Intensity[];
  readonly before: Benchmark | null;
  readonly onClose: () => void;
}

function BenchmarkDialog({ run, intensities, before, onClose }: BenchmarkDialogProps) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [intensity, setIntensity] = useState(before?.intensity ?? intensities[0]?.key ?? '');
  const [name, setName] = useState(before?.name ?? '');
  const [kind, setKind] = useState<BenchmarkBody['kind']>(before?.kind ?? 'LEADING');
  const [value, setValue] = useState<string | null>(before?.value ?? null);
  const [unit, setUnit] = useState(before?.unit ?? intensities[0]?.unit ?? '');
  const [year, setYear] = useState<number | null>(before?.year ?? Number(run.period.from.slice(0, 4)));
  const [source, setSource] = useState(before?.source ?? '');
  const [scope, setScope] = useState(before?.scope ?? '');
  const enter = useEnterBenchmark(enterpriseId);
  return (
    <Modal
      open
      title={t(before ? 'b.change' : 'b.add')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: name.trim() === '' || value === null || year === null || source.trim() === '',
        loading: enter.isPending,
      }}
      onCancel={onClose}
      onOk={() =>
        enter.mutate(
          {
            before,
            body: {
              inventoryId: run.id,
              intensity,
              name: name.trim(),
              kind,
              value: value ?? '',
              unit: unit.trim(),
              year: year ?? 0,
              source: source.trim(),
              scope: scope.trim() === '' ? null : scope.trim(),
            },
          },
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
        <ProblemAlert error={enter.error} />
        <label htmlFor="b-intensity">{t('b.intensity')}</label>
        <Select
          id="b-intensity"
          disabled={before !== null}
          value={intensity}
          onChange={(key) => {
            setIntensity(key);
            setUnit(intensities.find((one) => one.key === key)?.unit ?? unit);
          }}
          options={intensities.map((one) => ({ value: one.key, label: pick(one.name) }))}
        />
        <label htmlFor="b-name">{t('b.name')}</label>
        <Input
          id="b-name"
          maxLength={120}
          disabled={before !== null}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <label htmlFor="b-kind">{t('b.kind')}</label>
        <Select
          id="b-kind"
          value={kind}
          onChange={setKind}
          options={KINDS.map((one) => ({ value: one, label: t(`b.kind.${one}`) }))}
        />
        <div style={{ display: 'grid', gridTemplateColumns: '2fr 2fr 1fr', gap: 8 }}>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="b-value">{t('b.value')}</label>
            <InputNumber<string>
              id="b-value"
              stringMode
              min="0"
              value={value}
              onChange={setValue}
              style={{ width: '100%' }}
            />
          </div>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="b-unit">{t('b.unit')}</label>
            <Input
              id="b-unit"
              maxLength={40}
              value={unit}
              onChange={(event) => setUnit(event.target.value)}
            />
          </div>
          <div style={{ display: 'grid', gap: 4 }}>
            <label htmlFor="b-year">{t('b.year')}</label>
            <InputNumber<number>
              id="b-year"
              min={1990}
              max={2100}
              disabled={before !== null}
              value={year}
              onChange={setYear}
              style={{ width: '100%' }}
            />
          </div>
        </div>
        <label htmlFor="b-source">{t('b.source')}</label>
        <Input.TextArea
          id="b-source"
          rows={2}
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
        <label htmlFor="b-scope">{t('b.scope')}</label>
        <Input
          id="b-scope"
          maxLength={500}
          value={scope}
          onChange={(event) => setScope(event.target.value)}
        />
      </div>
    </Modal>
  );
}
