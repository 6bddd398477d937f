import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Input, Progress, Statistic, Table, Typography } from 'antd';
import { useState } from 'react';
import { isVersionConflict } from '@/shared/api/problem';
import { useScope } from '@/shared/api/use-scope';
import { formatExact, formatExactQuantity, MISSING } from '@/shared/format/quantity';
import { formatMonth } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { commitImport } from '../api/commit-import';
import { type ImportCell, type ImportPreview, importQuery, type ImportRow } from '../api/get-import';
import { importsTexts } from '../imports-texts';
import { ImportProblems } from './import-problems';

interface ChangedCell {
  readonly key: string;
  readonly sheet: string;
  readonly row: ImportRow;
  readonly cell: ImportCell;
}

/** Everything the commit will do, before it is done. */
export function SummaryStep({ preview, onBack }: { preview: ImportPreview; onBack: () => void }) {
  const t = useText(importsTexts);
  const { locale } = useLocale();
  const client = useQueryClient();
  const { enterpriseId } = useScope();
  const [reason, setReason] = useState('');
  const { counts } = preview;
  const errors = preview.problems.filter(({ severity }) => severity === 'error');
  const writes = counts.added + counts.changed;
  const changed: ChangedCell[] = preview.sheets.flatMap((sheet) =>
    sheet.rows
      .filter(({ action }) => action !== 'IGNORE')
      .flatMap((row) =>
        row.cells
          .filter(({ change }) => change === 'CHANGED' || change === 'CONFIRMED')
          .map((cell) => ({ key: `${sheet.name}!${cell.cell}`, sheet: sheet.name, row, cell })),
      ),
  );
  const commit = useMutation({
    mutationFn: () =>
      commitImport(
        enterpriseId,
        preview.id,
        preview.fingerprint,
        reason.trim() === '' ? null : reason.trim(),
      ),
    onSuccess: async (next) => {
      client.setQueryData(importQuery(enterpriseId, preview.id).queryKey, next);
      await Promise.all(
        ['ledger', 'ledger-line', 'parameters', 'imports', 'overview', 'method-plans'].map((key) =>
          client.invalidateQueries({ queryKey: [key, enterpriseId] }),
        ),
      );
    },
    onError: async (error) => {
      if (isVersionConflict(error)) {
        await client.invalidateQueries({ queryKey: ['import', enterpriseId, preview.id] });
      }
    },
  });
  const figures = [
    ['mapped', counts.mapped],
    ['created', counts.created],
    ['ignored', counts.ignored],
    ['added', counts.added],
    ['changed', counts.changed],
    ['same', counts.same],
  ] as const;
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Card size="small">
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)', gap: 16 }}>
          {figures.map(([key, value]) => (
            <Statistic key={key} title={t(`count.${key}`)} value={value} />
          ))}
        </div>
      </Card>
      {errors.length > 0 && (
        <Card size="small" title={t('summary.blocked', { count: errors.length })}>
          <ImportProblems problems={errors} onJump={onBack} />
        </Card>
      )}
      {changed.length > 0 && (
        <Card
          size="small"
          title={t('summary.changed', { count: changed.length })}
          styles={{ body: { padding: 0 } }}
        >
          <Table<ChangedCell>
            size="small"
            rowKey="key"
            dataSource={changed}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: t('cell'), render: (_, { sheet, cell }) => `${sheet} ${cell.cell}`, width: 160 },
              { title: t('sheet.labels'), render: (_, { row }) => row.labels.join(' · ') },
              {
                title: t('month'),
                width: 90,
                render: (_, { cell }) =>
                  cell.slot === 'OPENING' ? t('sheet.opening') : formatMonth(cell.month, locale),
              },
              {
                title: t('before'),
                align: 'right',
                render: (_, { cell }) =>
                  cell.before?.value == null
                    ? MISSING
                    : formatExactQuantity({ value: cell.before.value, unit: cell.before.unit }, locale),
              },
              {
                title: t('after'),
                align: 'right',
                render: (_, { cell, row }) => `${formatExact(cell.value)} ${row.unitAsWritten}`,
              },
            ]}
          />
        </Card>
      )}
      {counts.warnings > 0 && (
        <Alert type="warning" showIcon title={t('summary.warnings', { count: counts.warnings })} />
      )}
      <Card size="small">
        <Typography.Paragraph>
          {t('summary.text', { count: writes, year: preview.year })}
        </Typography.Paragraph>
        {counts.changed > 0 && (
          <Input
            style={{ maxWidth: 480, marginBottom: 12 }}
            maxLength={400}
            aria-label={t('summary.reason')}
            placeholder={t('summary.reason')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {commit.isPending && (
          <div role="status" style={{ maxWidth: 480 }}>
            <Progress percent={100} status="active" showInfo={false} />
            <Typography.Text type="secondary">{t('summary.writing', { count: writes })}</Typography.Text>
          </div>
        )}
        <ProblemAlert error={commit.error} />
        <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
          <Button onClick={onBack} disabled={commit.isPending}>
            {t('back')}
          </Button>
          <Button
            type="primary"
            loading={commit.isPending}
            disabled={errors.length > 0 || counts.undecided > 0}
            onClick={() => commit.mutate()}
          >
            {t('commit', { count: writes })}
          </Button>
        </div>
      </Card>
    </div>
  );
}
