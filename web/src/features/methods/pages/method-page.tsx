import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Table, Tag, Typography } from 'antd';
import { useParams } from 'react-router';
import { type Method, methodQuery, type MethodSource, type MethodSymbol } from '@/shared/api/list-methods';
import { MISSING } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { MathText, symbolLatex } from '@/shared/ui/math';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useColorMode } from '@/shared/ui/theme/color-mode';
import { sourceColor } from '@/shared/ui/theme/palette';
import { MethodStatusTag } from '../components/method-status-tag';
import { methodsTexts } from '../methods-texts';

/** A method edition: sources with formulas, inputs and routes, totals, where it all comes from and how sure it is. */
export function MethodPage() {
  const { methodId = '' } = useParams();
  const method = useQuery(methodQuery(methodId));
  if (method.isPending) return <PageSkeleton />;
  if (method.error) return <ProblemAlert error={method.error} onRetry={() => void method.refetch()} />;
  return <Edition method={method.data} />;
}

function Edition({ method }: { method: Method }) {
  const t = useText(methodsTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const names = new Map(method.sources.map(({ key, name }) => [key, pick(name)]));
  const nameOf = (key: string) =>
    names.get(key) ?? pick(method.totals.find((one) => one.key === key)?.name) ?? key;
  return (
    <>
      <PageHeader
        title={`${method.number} ${pick(method.title)}`}
        purpose={t('edition.purpose', { id: method.id })}
        state={<MethodStatusTag status={method.status} />}
      />
      <div style={{ display: 'grid', gap: 12 }}>
        {method.status === 'text-not-confirmed' && (
          <Alert
            type="warning"
            showIcon
            title={t('unconfirmed')}
            description={pick(method.known) || t('unconfirmed.text')}
          />
        )}
        <Card size="small">
          <Descriptions
            size="small"
            column={3}
            items={[
              { key: 'sector', label: t('column.sector'), children: pick(method.sectorName) },
              { key: 'issued', label: t('issued'), children: method.issued ?? MISSING },
              { key: 'effective', label: t('column.effective'), children: method.effective ?? MISSING },
              {
                key: 'gases',
                label: t('gases'),
                children: method.gases.map((gas) => formatUnit(gas, locale)).join(', '),
              },
              {
                key: 'sets',
                label: t('factorSets'),
                children: method.factorSets.map(({ name }) => pick(name)).join('; ') || MISSING,
              },
              {
                key: 'replaces',
                label: t('replaces'),
                children: method.replaces ?? method.replacedBy ?? MISSING,
              },
            ]}
          />
        </Card>
        <Card size="small" title={t('totals')}>
          {method.totals.map((total) => (
            <Typography.Paragraph key={total.key} style={{ marginBottom: 8 }}>
              <strong>{pick(total.name)}</strong>
              {total.subtotal && <Tag style={{ marginInlineStart: 8 }}>{t('subtotal')}</Tag>}
              <br />
              {total.plus.map((key, index) => `${index > 0 ? ' + ' : ''}${nameOf(key)}`).join('')}
              {total.minus.map((key) => ` − ${nameOf(key)}`).join('')}
            </Typography.Paragraph>
          ))}
          {method.memos.length > 0 && (
            <Typography.Text type="secondary">
              {t('memos', { sources: method.memos.map(nameOf).join(', ') })}
            </Typography.Text>
          )}
        </Card>
        {method.sources.map((source) => (
          <SourceCard key={source.key} source={source} />
        ))}
        <Card size="small" title={t('citations')}>
          {method.citations.map((citation) => (
            <div key={citation.id} style={{ display: 'flex', gap: 10 }}>
              <ConfidenceMark confidence={asConfidence(citation.confidence)} words />
              <span>{pick(citation.title)}</span>
            </div>
          ))}
        </Card>
      </div>
    </>
  );
}

function SourceCard({ source }: { source: MethodSource }) {
  const t = useText(methodsTexts);
  const { locale } = useLocale();
  const { mode } = useColorMode();
  const pick = usePick();
  return (
    <Card
      size="small"
      title={
        <>
          <span
            aria-hidden="true"
            style={{
              display: 'inline-block',
              width: 10,
              height: 10,
              borderRadius: 2,
              marginInlineEnd: 8,
              background: sourceColor(source.key, mode, source.category),
            }}
          />
          {pick(source.name)}
        </>
      }
      extra={
        <span style={{ fontSize: 12 }}>
          {pick(source.citation.title)}{' '}
          <ConfidenceMark confidence={asConfidence(source.citation.confidence)} words />
        </span>
      }
    >
      {source.formula && <MathText latex={`E = ${source.formula.latex}`} text={source.formula.text} block />}
      <Table<MethodSymbol>
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={[...source.symbols]}
        style={{ marginTop: 8 }}
        columns={[
          {
            title: t('symbol'),
            width: 90,
            render: (_, { key }) => <MathText latex={symbolLatex(key)} text={key} />,
          },
          { title: t('meaning'), width: 240, render: (_, { name }) => pick(name) },
          {
            title: t('unit'),
            width: 150,
            render: (_, { units }) => units.map((unit) => formatUnit(unit, locale)).join(', '),
          },
          { title: t('routes'), render: (_, symbol) => <Routes symbol={symbol} /> },
        ]}
      />
      <div style={{ marginTop: 10, display: 'flex', gap: 6, flexWrap: 'wrap' }}>
        {source.inputs.map((input) => (
          <Tag key={input.key}>
            <code>{input.key}</code> {pick(input.name)}
            {input.hasDefault && ` · ${t('hasDefault')}`}
          </Tag>
        ))}
      </div>
    </Card>
  );
}

function Routes({ symbol }: { symbol: MethodSymbol }) {
  const pick = usePick();
  return (
    <div style={{ display: 'grid', gap: 4 }}>
      {symbol.routes.map((route) => (
        <div key={route.id} style={{ display: 'flex', gap: 12, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <span style={{ minWidth: 130, color: 'var(--th-text-secondary)' }}>{pick(route.name)}</span>
          <MathText latex={route.formula.latex} text={route.formula.text} />
        </div>
      ))}
    </div>
  );
}
