import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useCallback, useMemo } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { chartNumber, compareDecimal } from '@/shared/format/decimal';
import { formatNumber, formatQuantity, scaleForReading } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { Chart } from '@/shared/ui/chart/chart';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { useTrace } from '@/shared/ui/trace-context';
import { type ColorMode, seriesColor, sourceColor } from '@/shared/ui/theme/palette';
import { type Flow, type FlowNode, flowQuery } from '../api/get-flow';
import { type Inventory } from '../api/get-inventory';
import { inventoryTexts } from '../inventory-texts';

const ROW_HEIGHT = 36;

/** Sankey: fuels and materials through processes to emission sources. */
export function FlowTab({ inventory }: { inventory: Inventory }) {
  const { enterpriseId } = useScope();
  const flow = useQuery(flowQuery(enterpriseId, inventory.id));
  if (flow.isPending) return <TableSkeleton />;
  if (flow.error) return <ProblemAlert error={flow.error} onRetry={() => void flow.refetch()} />;
  return (
    <Card>
      <Sankey flow={flow.data} inventory={inventory} />
    </Card>
  );
}

function colorOf(node: FlowNode, index: number, inventory: Inventory, mode: ColorMode): string {
  if (node.source) {
    const source = inventory.bySource.find(({ key }) => key === node.source);
    return sourceColor(node.source, mode, source?.category);
  }
  return node.kind === 'UNALLOCATED' ? (mode === 'dark' ? '#64748b' : '#94a3b8') : seriesColor(index, mode);
}

function Sankey({ flow, inventory }: { flow: Flow; inventory: Inventory }) {
  const t = useText(inventoryTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { openTrace } = useTrace();
  const { enterpriseId } = useScope();
  const names = useMemo(() => new Map(flow.nodes.map((node) => [node.id, pick(node.name)])), [flow, pick]);
  const quantity = useCallback(
    (value: string) => formatQuantity(scaleForReading({ value, unit: flow.unit }, locale), locale),
    [flow.unit, locale],
  );
  const option = useCallback(
    (mode: ColorMode) => ({
      tooltip: {
        trigger: 'item' as const,
        formatter: ({
          dataType,
          name,
          data,
        }: {
          dataType?: string;
          name: string;
          data: { text?: string };
        }) => (dataType === 'edge' ? (data.text ?? '') : (names.get(name) ?? name)),
      },
      series: [
        {
          type: 'sankey' as const,
          left: 8,
          right: 190,
          top: 8,
          bottom: 8,
          nodeGap: 16,
          animation: false,
          nodeWidth: 12,
          layoutIterations: 48,
          emphasis: { focus: 'adjacency' as const },
          lineStyle: { color: 'gradient' as const, opacity: mode === 'dark' ? 0.35 : 0.28, curveness: 0.5 },
          label: { fontSize: 11, formatter: ({ name }: { name: string }) => names.get(name) ?? name },
          labelLayout: { hideOverlap: true },
          data: flow.nodes.map((node, index) => ({
            name: node.id,
            itemStyle: { color: colorOf(node, index, inventory, mode), borderWidth: 0 },
          })),
          links: flow.links.map((link) => ({
            source: link.from,
            target: link.to,
            value: chartNumber(link.value),
            text: `${names.get(link.from) ?? ''} → ${names.get(link.to) ?? ''}<br/>${pick(link.carrier)}<br/><b>${quantity(link.value)}</b>`,
          })),
        },
      ],
    }),
    [flow, names, inventory, pick, quantity],
  );
  const largest = [...inventory.byProcess]
    .filter(({ unitId }) => unitId !== null)
    .sort((a, b) => compareDecimal(b.value, a.value))[0];
  const title =
    largest?.share != null
      ? t('flow.title', { process: pick(largest.name), share: formatNumber(largest.share, 3) })
      : t('flow.title.plain');
  const most = Math.max(
    ...(['INPUT', 'PROCESS', 'SOURCE'] as const).map(
      (kind) => flow.nodes.filter((node) => node.kind === kind).length,
    ),
  );
  return (
    <Chart
      title={title}
      subtitle={pick(flow.basis)}
      option={option}
      height={Math.max(420, most * ROW_HEIGHT)}
      fileName={`flow-${inventory.number}`}
      table={{
        columns: [t('flow.from'), t('flow.to'), t('flow.carrier'), formatUnit(flow.unit, locale)],
        rows: flow.links.map((link) => [
          names.get(link.from) ?? link.from,
          names.get(link.to) ?? link.to,
          pick(link.carrier),
          formatNumber(link.value),
        ]),
        exactRows: flow.links.map((link) => [
          names.get(link.from) ?? link.from,
          names.get(link.to) ?? link.to,
          pick(link.carrier),
          link.value,
        ]),
      }}
      onSelect={({ name }) => {
        const node = flow.nodes.find(({ id }) => id === name);
        if (node?.kind === 'SOURCE' && node.source) {
          openTrace({ enterpriseId, inventoryId: inventory.id, figureId: `source:${node.source}` });
        }
      }}
    />
  );
}
