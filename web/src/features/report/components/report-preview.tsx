import { type ReactNode, useCallback } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { chartNumber } from '@/shared/format/decimal';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { axisLabel } from '@/shared/ui/chart/axis';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { type ColorMode, seriesColor } from '@/shared/ui/theme/palette';
import { useTrace } from '@/shared/ui/trace-context';
import {
  type ReportBlock,
  type ReportChart,
  type ReportContent,
  type ReportFigure,
  type ReportTable,
} from '../api/get-reports';
import { reportTexts } from '../report-texts';
import './report-preview.css';

interface PreviewProps {
  readonly content: ReportContent;
  /** Trace id of a line to point at, as printed at its end. */
  readonly target: string | null;
}

/** The report as it will be printed, from the same content; every figure opens its trace. */
export function ReportPreview({ content, target }: PreviewProps) {
  const pick = usePick();
  const t = useText(reportTexts);
  const inventory = content.basis.inventory?.id ?? null;
  return (
    <article className="th-report" aria-label={t('preview')}>
      <header className="th-report-cover">
        <h1>{pick(content.title)}</h1>
        <div>{pick(content.subject.name)}</div>
        <div className="th-report-note">
          {content.subject.period}
          {content.basis.method ? ` · ${content.basis.method.number}` : ''}
        </div>
      </header>
      {content.chapters.map((chapter) => (
        <section key={chapter.key}>
          <h2>
            {chapter.number} {pick(chapter.title)}
          </h2>
          {chapter.blocks.map((block, index) => (
            <Block key={index} block={block} inventory={inventory} target={target} />
          ))}
        </section>
      ))}
      <p className="th-report-note">
        {t('preview.layout', { source: pick(content.basis.layoutSource) })}{' '}
        <ConfidenceMark confidence={asConfidence(content.basis.layoutConfidence)} />
      </p>
    </article>
  );
}

function Block(props: {
  readonly block: ReportBlock;
  readonly inventory: string | null;
  readonly target: string | null;
}): ReactNode {
  const { block } = props;
  const pick = usePick();
  switch (block.type) {
    case 'PARAGRAPH':
      return <p>{pick(block.text)}</p>;
    case 'TABLE':
      return <PreviewTable table={block} inventory={props.inventory} target={props.target} />;
    case 'CHART':
      return <PreviewChart chart={block} />;
    case 'SIGNATURES':
      return (
        <ul style={{ listStyle: 'none', padding: 0, lineHeight: 2.4 }}>
          {block.roles.map((role) => (
            <li key={role.zh}>{pick(role)}：＿＿＿＿＿＿＿＿</li>
          ))}
        </ul>
      );
  }
}

function PreviewTable(props: {
  readonly table: ReportTable;
  readonly inventory: string | null;
  readonly target: string | null;
}) {
  const { table } = props;
  const pick = usePick();
  const t = useText(reportTexts);
  const { locale } = useLocale();
  const traced = table.lines.some((line) => line.cells.some((cell) => cell.figure));
  return (
    <div className="th-report-scroll">
      <table>
        <caption>{t('preview.table', { number: table.number, title: pick(table.title) })}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? 'is-number' : undefined}>
                {pick(column.name)}
                {column.unit && `（${formatUnit(column.unit, locale)}）`}
              </th>
            ))}
            {traced && (
              <th scope="col" className="th-report-id">
                {t('preview.trace')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <tr
              key={line.key}
              id={`line-${line.id}`}
              data-role={line.role}
              className={props.target === line.id ? 'is-target' : undefined}
            >
              {line.cells.map((cell, index) => (
                <td
                  key={table.columns[index]?.key ?? index}
                  className={table.columns[index]?.numeric ? 'is-number' : undefined}
                >
                  {cell.figure ? (
                    <PreviewFigure figure={cell.figure} inventory={props.inventory} />
                  ) : (
                    cell.text && pick(cell.text)
                  )}
                </td>
              ))}
              {traced && (
                <td className="th-report-id">{line.cells.some((cell) => cell.figure) ? line.id : ''}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.note && <p className="th-report-note">{t('preview.note', { note: pick(table.note) })}</p>}
    </div>
  );
}

/** The printed digits as they stand on paper. */
function PreviewFigure({
  figure,
  inventory,
}: {
  readonly figure: ReportFigure;
  readonly inventory: string | null;
}) {
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { openTrace } = useTrace();
  const t = useText(reportTexts);
  const unit = figure.unitShown ? ` ${formatUnit(figure.unit, locale)}` : '';
  const text = `${figure.printed}${unit}`;
  const exact = t('preview.exact', { id: figure.id, value: `${figure.exact} ${figure.unit}` });
  const figureId = figure.trace;
  return (
    <>
      {figureId && inventory ? (
        <button
          type="button"
          className="th-figure th-figure-link"
          title={exact}
          onClick={() => openTrace({ enterpriseId, inventoryId: inventory, figureId })}
        >
          {text}
        </button>
      ) : (
        <span title={exact}>{text}</span>
      )}
      {figure.confidence && figure.confidence !== 'verified' && (
        <>
          {' '}
          <ConfidenceMark confidence={asConfidence(figure.confidence)} />
        </>
      )}
    </>
  );
}

function PreviewChart({ chart }: { readonly chart: ReportChart }) {
  const pick = usePick();
  const { locale } = useLocale();
  const unit = formatUnit(chart.unit, locale);
  const option = useCallback(
    (mode: ColorMode) => {
      const names = chart.categories.map(pick);
      const across = chart.series.length === 1;
      const category = { type: 'category' as const, data: names };
      const value = {
        type: 'value' as const,
        axisLabel: { formatter: (height: number) => axisLabel(height, locale) },
      };
      return {
        grid: { left: 8, right: 24, top: 28, bottom: across ? 8 : 48, containLabel: true },
        tooltip: { trigger: 'axis' as const },
        ...(across ? {} : { legend: { bottom: 0, type: 'scroll' as const } }),
        xAxis: across ? value : category,
        yAxis: across ? { ...category, inverse: true } : value,
        series: chart.series.map((series, index) => ({
          type: 'bar' as const,
          name: pick(series.name),
          ...(across ? {} : { stack: 'all' }),
          barMaxWidth: 28,
          itemStyle: { color: seriesColor(index, mode) },
          data: series.values.map(chartNumber),
        })),
      };
    },
    [chart, pick, locale],
  );
  return (
    <Chart
      title={pick(chart.title)}
      subtitle={unit}
      option={option}
      fileName={`report-${chart.kind.toLowerCase()}`}
      height={chart.series.length === 1 ? 120 + 28 * chart.categories.length : 320}
      table={{
        columns: ['', ...chart.series.map((series) => pick(series.name))],
        rows: chart.categories.map((name, index) => [
          pick(name),
          ...chart.series.map((series) => series.values[index] ?? null),
        ]),
      }}
    />
  );
}
