import { BarChartOutlined, DownloadOutlined, FileImageOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton, Space, Tooltip } from 'antd';
import { type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { download, toCsv } from '@/shared/format/csv';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useText } from '@/shared/i18n/use-locale';
import { useColorMode } from '../theme/color-mode';
import { type ColorMode } from '../theme/palette';
import { chartTheme } from './chart-theme';
import './chart.css';

/** The same data as a table: always there, for reading exactly, for export and for screen readers. */
export interface ChartTable {
  readonly columns: readonly string[];
  /** First cell is the row's name; the rest are as shown. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Cells for the CSV where they differ from what is shown (exact digits). */
  readonly exactRows?: readonly (readonly (string | null)[])[];
}

/** The part of a chart that was clicked, as ECharts names it. */
export interface ChartPart {
  readonly dataIndex: number;
  readonly name: string;
  readonly seriesName: string | undefined;
  readonly data: unknown;
}

interface ChartProps {
  /** The answer, not the subject: “高炉工序占 61 %”. */
  readonly title: string;
  readonly subtitle?: string;
  readonly option: (mode: ColorMode) => EChartsCoreOption;
  readonly table: ChartTable;
  readonly fileName: string;
  readonly height?: number;
  readonly extra?: ReactNode;
  /** A part of the chart was clicked. */
  readonly onSelect?: (part: ChartPart) => void;
}

/** One question per chart, answered by its title; with a table view, PNG and CSV. */
export function Chart({
  title,
  subtitle,
  option,
  table,
  fileName,
  height = 280,
  extra,
  onSelect,
}: ChartProps) {
  const t = useText(sharedTexts);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const chart = useRef<EChartsType | null>(null);
  const { mode } = useColorMode();

  const savePng = () => {
    const url = chart.current?.getDataURL({
      type: 'png',
      pixelRatio: 2,
      backgroundColor: mode === 'dark' ? '#161d1d' : '#ffffff',
    });
    if (url) download(`${fileName}.png`, dataUrlToBlob(url));
  };
  return (
    <figure className="th-chart" aria-label={title}>
      <figcaption className="th-chart-head">
        <div className="th-chart-title">
          <strong>{title}</strong>
          {subtitle && <span>{subtitle}</span>}
        </div>
        <Space size={4} className="th-chart-tools">
          {extra}
          <Segmented
            size="small"
            aria-label={t('chart.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'chart', icon: <BarChartOutlined aria-label={t('chart.chart')} /> },
              { value: 'table', icon: <TableOutlined aria-label={t('chart.table')} /> },
            ]}
          />
          {view === 'chart' && (
            <Tooltip title={t('chart.png')}>
              <Button
                type="text"
                size="small"
                icon={<FileImageOutlined />}
                aria-label={t('chart.png')}
                onClick={savePng}
              />
            </Tooltip>
          )}
          <Tooltip title={t('chart.csv')}>
            <Button
              type="text"
              size="small"
              icon={<DownloadOutlined />}
              aria-label={t('chart.csv')}
              onClick={() => download(`${fileName}.csv`, toCsv(table.columns, table.exactRows ?? table.rows))}
            />
          </Tooltip>
        </Space>
      </figcaption>
      {view === 'chart' ? (
        <Canvas option={option} height={height} chart={chart} onSelect={onSelect} />
      ) : (
        <TableView table={table} height={height} />
      )}
    </figure>
  );
}

interface CanvasProps {
  readonly option: ChartProps['option'];
  readonly height: number;
  readonly chart: React.RefObject<EChartsType | null>;
  readonly onSelect: ChartProps['onSelect'];
}

function Canvas({ option, height, chart, onSelect }: CanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const { mode } = useColorMode();
  const select = useRef(onSelect);
  useEffect(() => {
    select.current = onSelect;
  });

  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    let disposed = false;
    let observer: ResizeObserver | null = null;
    void import('./echarts').then(({ createChart }) => {
      if (disposed) return;
      const instance = createChart(element, chartTheme(mode));
      instance.on('click', ({ dataIndex, name, seriesName, data }) =>
        select.current?.({ dataIndex, name, seriesName, data }),
      );
      chart.current = instance;
      observer = new ResizeObserver(() => instance.resize());
      observer.observe(element);
      setReady(true);
    });
    return () => {
      disposed = true;
      observer?.disconnect();
      chart.current?.dispose();
      chart.current = null;
      setReady(false);
    };
  }, [mode, chart]);

  useEffect(() => {
    if (ready)
      chart.current?.setOption(
        { animationDuration: 200, aria: { enabled: true }, ...option(mode) },
        { notMerge: true },
      );
  }, [ready, option, mode, chart]);

  return (
    <div style={{ height, position: 'relative' }}>
      {!ready && (
        <Skeleton.Node
          active
          style={{ width: '100%', height: height - 16 }}
          classNames={{ root: 'th-chart-skeleton' }}
        />
      )}
      <div
        ref={holder}
        className="th-chart-canvas"
        data-ready={ready}
        style={{ position: 'absolute', inset: 0 }}
      />
    </div>
  );
}

function TableView({ table, height }: { table: ChartTable; height: number }) {
  return (
    <div style={{ height, overflow: 'auto' }} tabIndex={0}>
      <table className="th-chart-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={`${row[0]}-${index}`}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at}>{cell ?? '—'}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dataUrlToBlob(url: string): Blob {
  const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
