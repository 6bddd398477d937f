import { CopyOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Breadcrumb, Button, Descriptions, Drawer, Typography } from 'antd';
import { useState } from 'react';
import { formatExactQuantity } from '@/shared/format/quantity';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { MathText } from '@/shared/ui/math';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type FigureRef, useTrace } from '@/shared/ui/trace-context';
import { type Trace, traceQuery } from '../api/get-trace';
import { countOrigins, isSum } from '../model/trace-sentence';
import { traceText } from '../model/trace-text';
import { traceTexts } from '../trace-texts';
import { TraceInputs } from './trace-inputs';
import { TraceParts } from './trace-parts';
import './trace-drawer.css';

/** Between the members of a Chinese list. */
const SERIAL_COMMA = '\u3001';

/** Where one figure comes from, from the right, over the page it stands on; read from top to bottom. */
export function TraceDrawer({ figure, onClose }: { figure: FigureRef; onClose: () => void }) {
  const t = useText(traceTexts);
  const { locale } = useLocale();
  const { message } = App.useApp();
  const trace = useQuery(traceQuery(figure));
  const trail = useTrail(figure);
  const { data } = trace;
  const copy = async () => {
    if (!data) return;
    await navigator.clipboard.writeText(traceText(data, locale));
    void message.success(t('copied'));
  };
  return (
    <Drawer
      open
      onClose={onClose}
      size={720}
      title={t('title')}
      extra={
        <Button size="small" icon={<CopyOutlined />} disabled={!data} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      }
    >
      <Trail trail={trail} />
      {trace.isPending && <TableSkeleton />}
      <ProblemAlert error={trace.error} onRetry={() => void trace.refetch()} />
      {data && <Explanation trace={data} figure={figure} />}
    </Drawer>
  );
}

function Explanation({ trace, figure }: { trace: Trace; figure: FigureRef }) {
  const t = useText(traceTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const { openTrace } = useTrace();
  const counts = countOrigins(trace.inputs);
  const used = (['ledger', 'factor', 'constant'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`used.${kind}`, { count: counts[kind] }))
    .join(locale === 'en' ? ', ' : SERIAL_COMMA);
  const value = formatExactQuantity(trace, locale);
  const label = pick(trace.label);
  return (
    <article className="th-trace">
      <header>
        <Typography.Title level={2} style={{ margin: 0 }}>
          {label}
        </Typography.Title>
        <div className="th-trace-value th-number">{value}</div>
        <Typography.Paragraph style={{ margin: 0 }}>
          {isSum(trace)
            ? t('sentence.sum', { label, value, count: trace.parts.length })
            : t('sentence.formula', { label, value, method: trace.run.methodNumber, used })}
        </Typography.Paragraph>
        {trace.run.provisional && (
          <div>
            <StateTag tone="due">{t('provisional')}</StateTag>
          </div>
        )}
        {trace.notes.map((note) => (
          <StateTag key={note.zh} tone="due">
            {pick(note)}
          </StateTag>
        ))}
      </header>
      {trace.formula && !isSum(trace) && (
        <section>
          <h3>{t('formula')}</h3>
          <MathText latex={trace.formula.latex} text={trace.formula.text} block />
          {trace.substituted && (
            <>
              <h3>{t('substituted')}</h3>
              <MathText latex={trace.substituted.latex} text={trace.substituted.text} block />
            </>
          )}
        </section>
      )}
      {trace.parts.length > 0 && (
        <section>
          <h3>{t('parts', { count: trace.parts.length })}</h3>
          <TraceParts
            parts={trace.parts}
            total={trace}
            onOpen={(figureId) => openTrace({ ...figure, figureId })}
          />
        </section>
      )}
      {trace.inputs.length > 0 && (
        <section>
          <h3>{t('inputs')}</h3>
          <TraceInputs inputs={trace.inputs} />
        </section>
      )}
      <Run trace={trace} />
    </article>
  );
}

function Run({ trace }: { trace: Trace }) {
  const t = useText(traceTexts);
  const pick = usePick();
  const { run } = trace;
  return (
    <section>
      <h3>{t('run')}</h3>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: 'number', label: t('run.label'), children: t('run.number', { number: run.number }) },
          {
            key: 'method',
            label: t('run.method'),
            children: `${run.methodNumber} ${pick(run.methodTitle)} (${run.method})`,
          },
          {
            key: 'by',
            label: t('run.by'),
            children: `${run.createdBy.name} · ${formatInstant(run.createdAt)}`,
          },
          ...(trace.exact
            ? [
                {
                  key: 'exact',
                  label: t('run.exact'),
                  children: <code style={{ wordBreak: 'break-all' }}>{`${trace.exact} ${trace.unit}`}</code>,
                },
              ]
            : []),
          {
            key: 'digest',
            label: t('run.digest'),
            children: (
              <Typography.Text
                copyable={{ text: run.digest }}
                code
                style={{ wordBreak: 'break-all', fontSize: 12 }}
              >
                {run.digest}
              </Typography.Text>
            ),
          },
        ]}
      />
    </section>
  );
}

/** The way down to the open figure: total → source → month → row. Going back cuts it, a figure from the page begins it anew. */
function useTrail(figure: FigureRef): readonly FigureRef[] {
  const client = useQueryClient();
  const [trail, setTrail] = useState<readonly FigureRef[]>([figure]);
  const last = trail.at(-1);
  if (last && (last.figureId !== figure.figureId || last.inventoryId !== figure.inventoryId)) {
    const at = trail.findIndex(
      (one) => one.figureId === figure.figureId && one.inventoryId === figure.inventoryId,
    );
    const parent = client.getQueryData(traceQuery(last).queryKey);
    const below = parent?.parts.some((part) => part.figure === figure.figureId) ?? false;
    const next = at >= 0 ? trail.slice(0, at + 1) : below ? [...trail, figure] : [figure];
    setTrail(next);
    return next;
  }
  return trail;
}

function Trail({ trail }: { trail: readonly FigureRef[] }) {
  const pick = usePick();
  const t = useText(traceTexts);
  const client = useQueryClient();
  const { openTrace } = useTrace();
  if (trail.length < 2) return null;
  return (
    <nav aria-label={t('trail')} style={{ marginBottom: 12 }}>
      <Breadcrumb
        items={trail.map((figure, index) => {
          const label = pick(client.getQueryData(traceQuery(figure).queryKey)?.label) || figure.figureId;
          return {
            key: figure.figureId,
            title:
              index === trail.length - 1 ? (
                label
              ) : (
                <Button
                  type="link"
                  size="small"
                  style={{ padding: 0, height: 'auto' }}
                  onClick={() => openTrace(figure)}
                >
                  {label}
                </Button>
              ),
          };
        })}
      />
    </nav>
  );
}
