import {
  BookOutlined,
  CalculatorOutlined,
  FileExcelOutlined,
  NumberOutlined,
  PaperClipOutlined,
  TableOutlined,
} from '@ant-design/icons';
import { Tag, Typography } from 'antd';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { apiPath, apiUrl } from '@/shared/api/client';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatExactQuantity } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { formatInstant } from '@/shared/format/time';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { MathText, symbolLatex } from '@/shared/ui/math';
import { StateTag } from '@/shared/ui/state-tag';
import { type FactorOrigin, type LedgerOrigin, type RouteOrigin, type TraceInput } from '../api/get-trace';
import { lineStateKey } from '../model/line-state';
import { traceTexts } from '../trace-texts';

const ICON: Readonly<Record<TraceInput['origin'], ReactNode>> = {
  LEDGER: <TableOutlined />,
  FACTOR: <BookOutlined />,
  CONSTANT: <NumberOutlined />,
  ROUTE: <CalculatorOutlined />,
};

/** Every value of a formula with where it comes from; computed ones opened up below. */
export function TraceInputs({ inputs }: { inputs: readonly TraceInput[] }) {
  return (
    <ul className="th-trace-inputs">
      {inputs.map((input, index) => (
        <InputItem key={`${input.symbol}-${index}`} input={input} />
      ))}
    </ul>
  );
}

function InputItem({ input }: { input: TraceInput }) {
  const t = useText(traceTexts);
  const { locale } = useLocale();
  const pick = usePick();
  return (
    <li>
      <div className="th-trace-input">
        <span className="th-trace-symbol">
          <MathText latex={symbolLatex(input.symbol)} text={input.symbol} />
        </span>
        <span className="th-trace-part">{pick(input.name)}</span>
        <strong className="th-number">{formatExactQuantity(input, locale)}</strong>
        <Tag icon={ICON[input.origin]} style={{ marginInlineEnd: 0 }}>
          {t(`origin.${input.origin}`)}
        </Tag>
      </div>
      {input.ledger && <LedgerFacts ledger={input.ledger} asWritten={input.asWritten} />}
      {input.factor && <FactorFacts factor={input.factor} />}
      {input.constant && <div className="th-trace-facts">{pick(input.constant)}</div>}
      {input.route && <RouteFacts route={input.route} />}
    </li>
  );
}

function LedgerFacts({ ledger, asWritten }: { ledger: LedgerOrigin; asWritten: string | null }) {
  const t = useText(traceTexts);
  const pick = usePick();
  const path = useScopePath();
  const { enterpriseId } = useScope();
  const parameter = pick(ledger.parameter);
  const search = new URLSearchParams({ q: parameter.replaceAll('/', ' ') });
  return (
    <div className="th-trace-facts">
      <div>
        <Link to={`${path('ledger')}?${search.toString()}`}>
          {t(ledger.opening ? 'ledger.opening' : 'ledger.line', { month: ledger.month, parameter })}
        </Link>{' '}
        <StateTag tone={ledger.state === 'OPEN' ? 'due' : 'good'}>{t(lineStateKey(ledger))}</StateTag>
      </div>
      {asWritten && <div>{t('ledger.written', { value: asWritten })}</div>}
      {ledger.importFile && ledger.importId && (
        <div>
          <FileExcelOutlined /> <Link to={path(`imports/${ledger.importId}`)}>{ledger.importFile}</Link>{' '}
          {ledger.sheet && ledger.cell && (
            <span data-testid="source-cell">
              {t('ledger.cell', { sheet: ledger.sheet, cell: ledger.cell })}
            </span>
          )}
        </div>
      )}
      <div>
        {t('ledger.by', {
          person: ledger.enteredBy.name,
          time: formatInstant(ledger.enteredAt),
          version: ledger.version,
        })}
        {ledger.reason && ` · ${t('ledger.reason', { reason: ledger.reason })}`}
      </div>
      {ledger.vouchers.map((digest, index) => (
        <a
          key={digest}
          href={apiUrl(apiPath`/enterprises/${enterpriseId}/vouchers/${digest}`)}
          target="_blank"
          rel="noreferrer"
        >
          <PaperClipOutlined /> {t('ledger.voucher', { number: index + 1 })}
        </a>
      ))}
    </div>
  );
}

function FactorFacts({ factor }: { factor: FactorOrigin }) {
  const t = useText(traceTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const path = useScopePath();
  const search = new URLSearchParams({ q: `${factor.table} ${factor.row}` });
  return (
    <div className="th-trace-facts">
      <div>
        <Link to={`${path('factors')}?${search.toString()}`}>{pick(factor.tableTitle)}</Link>
        {` · ${pick(factor.rowName)} · ${pick(factor.columnName)} `}
        <ConfidenceMark confidence={asConfidence(factor.confidence)} words />
      </div>
      <div>{t('factor.printed', { value: `${factor.value} ${formatUnit(factor.unit, locale)}` })}</div>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {t('factor.citation', { citation: pick(factor.citation) })}
      </Typography.Text>
    </div>
  );
}

function RouteFacts({ route }: { route: RouteOrigin }) {
  const t = useText(traceTexts);
  const pick = usePick();
  return (
    <div className="th-trace-route">
      <div className="th-trace-facts">{t('route', { name: pick(route.name) })}</div>
      <MathText latex={route.formula.latex} text={route.formula.text} block />
      <MathText latex={route.substituted.latex} text={route.substituted.text} block />
      <TraceInputs inputs={route.inputs} />
    </div>
  );
}
