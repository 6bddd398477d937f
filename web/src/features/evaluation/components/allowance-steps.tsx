import { Table, Typography } from 'antd';
import { formatExact } from '@/shared/format/quantity';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { asConfidence, ConfidenceMark } from '@/shared/ui/confidence-mark';
import { type Calculated } from '../api/allowance';
import { evaluationTexts } from '../evaluation-texts';

/** Every step of a rule with its formula and the values put in, and the numbers the rule fixes with their source. */
export function AllowanceSteps({ calculated }: { calculated: Calculated }) {
  const t = useText(evaluationTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { computed } = calculated;
  const unit = (symbol: string) => (symbol === '1' ? '' : formatUnit(symbol, locale));
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {computed.due !== null && (
        <strong>
          {t('a.due')}: {computed.due}
        </strong>
      )}
      {computed.steps.length > 0 && (
        <Table
          size="small"
          pagination={false}
          rowKey="key"
          aria-label={t('a.steps')}
          dataSource={[...computed.steps]}
          columns={[
            { title: t('a.step'), render: (_, { name }) => pick(name) },
            {
              title: t('a.step.formula'),
              render: (_, { key, formula, substituted }) => (
                <div style={{ fontFamily: 'var(--th-mono, monospace)', fontSize: 12 }}>
                  {key} = {formula}
                  <Typography.Text
                    type="secondary"
                    style={{ display: 'block', fontSize: 12, fontFamily: 'inherit' }}
                  >
                    = {substituted}
                  </Typography.Text>
                </div>
              ),
            },
            {
              title: t('a.step.result'),
              align: 'right',
              render: (_, step) => (
                <span className="th-number" style={{ whiteSpace: 'nowrap' }}>
                  {formatExact(step.value)} {unit(step.unit)}
                </span>
              ),
            },
          ]}
        />
      )}
      {computed.parameters.length > 0 && (
        <Table
          size="small"
          pagination={false}
          rowKey="key"
          dataSource={[...computed.parameters]}
          columns={[
            { title: t('a.parameters'), render: (_, { key, name }) => `${pick(name)} (${key})` },
            {
              title: t('a.input.value'),
              align: 'right',
              render: (_, one) => (
                <span className="th-number">
                  {one.value} {unit(one.unit)}
                </span>
              ),
            },
            {
              title: t('a.rule.source'),
              render: (_, one) => (
                <>
                  <ConfidenceMark confidence={asConfidence(one.confidence)} /> {pick(one.citation)}
                </>
              ),
            },
          ]}
        />
      )}
      {calculated.inputs.length > 0 && (
        <Typography.Text type="secondary">
          {calculated.inputs
            .map(
              (one) =>
                `${one.name} = ${formatExact(one.value)} ${unit(one.unit)} (${
                  one.figureName ? pick(one.figureName) : (one.evidence ?? t('a.input.entered'))
                })`,
            )
            .join('; ')}
        </Typography.Text>
      )}
    </div>
  );
}
