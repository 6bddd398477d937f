import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Flex, Typography } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { apiPath, apiUrl } from '@/shared/api/client';
import { methodsQuery } from '@/shared/api/list-methods';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { PageSkeleton } from '@/shared/ui/skeletons';
import { useUrlState } from '@/shared/ui/use-url-state';
import { type Confirmation, confirmationsQuery, type LibraryFactor, libraryQuery } from '../api/library';
import { ConfirmDialog } from '../components/confirm-dialog';
import { LibraryMark } from '../components/library-mark';
import { RevokeButton } from '../components/revoke-button';
import { UsesCard } from '../components/uses-card';
import { factorTexts } from '../factor-texts';

const urlSchema = z.object({ id: z.string().catch('').default('') });

/** One factor of the catalogue: its source, who confirmed it, what uses it. */
export function EntryPage() {
  const t = useText(factorTexts);
  const { enterpriseId } = useScope();
  const [url] = useUrlState(urlSchema);
  const library = useQuery(libraryQuery(enterpriseId));
  if (library.isPending) return <PageSkeleton />;
  if (library.error) return <ProblemAlert error={library.error} onRetry={() => void library.refetch()} />;
  const factor = library.data.find(({ id }) => id === url.id);
  return factor ? <Entry factor={factor} /> : <EmptyState title={t('entry.missing')} />;
}

function Entry({ factor }: { readonly factor: LibraryFactor }) {
  const t = useText(factorTexts);
  const pick = usePick();
  const may = useMay();
  const { locale } = useLocale();
  const [confirming, setConfirming] = useState(false);
  const methods = useQuery(methodsQuery).data ?? [];
  const open = factor.confidence !== 'verified' && !factor.raised;
  return (
    <>
      <PageHeader
        title={`${pick(factor.name)} ${pick(factor.columnName)}`}
        purpose={t('entry.purpose', { table: pick(factor.tableTitle) })}
        state={<LibraryMark factor={factor} />}
        actions={
          may('FACTOR_CONFIRM') &&
          open && (
            <Button type="primary" onClick={() => setConfirming(true)}>
              {t('confirm')}
            </Button>
          )
        }
      />
      <Flex vertical gap={16}>
        <Card size="small" title={t('entry.about')}>
          <Descriptions
            size="small"
            column={2}
            items={[
              {
                key: 'value',
                label: t('column.value'),
                children: (
                  <Typography.Text strong className="th-number">
                    {factor.value} {formatUnit(factor.unit, locale)}
                  </Typography.Text>
                ),
              },
              { key: 'citation', label: t('column.citation'), children: pick(factor.citation) },
              { key: 'published', label: t('entry.published'), children: factor.published ?? '—' },
              {
                key: 'validity',
                label: t('column.validity'),
                children:
                  factor.validFrom || factor.validTo
                    ? `${factor.validFrom ?? ''} – ${factor.validTo ?? ''}`
                    : '—',
              },
              { key: 'year', label: t('column.year'), children: factor.dataYear ?? '—' },
              { key: 'region', label: t('column.region'), children: factor.region ?? '—' },
              {
                key: 'standards',
                label: t('entry.standards'),
                span: 2,
                children:
                  methods
                    .filter(({ id }) => factor.methods.includes(id))
                    .map(({ number }) => number)
                    .join('; ') || '—',
              },
              ...(factor.note
                ? [{ key: 'note', label: t('column.note'), span: 2, children: pick(factor.note) }]
                : []),
            ]}
          />
        </Card>
        <Confirmations factor={factor} />
        <UsesCard factor={factor} />
      </Flex>
      {confirming && <ConfirmDialog factor={factor} onClose={() => setConfirming(false)} />}
    </>
  );
}

function Confirmations({ factor }: { readonly factor: LibraryFactor }) {
  const t = useText(factorTexts);
  const { enterpriseId } = useScope();
  const confirmations = useQuery(confirmationsQuery(enterpriseId));
  const own = (confirmations.data ?? []).filter((one) => one.factor === factor.id);
  return (
    <Card size="small" title={t('tab.confirmations')}>
      <ProblemAlert error={confirmations.error} onRetry={() => void confirmations.refetch()} />
      {own.length === 0 && (
        <Typography.Text type="secondary">
          {t(factor.confidence === 'verified' ? 'confirm.verified' : 'confirm.none')}
        </Typography.Text>
      )}
      <Flex vertical gap={12}>
        {own.map((one) => (
          <ConfirmationLine key={one.id} confirmation={one} />
        ))}
      </Flex>
    </Card>
  );
}

function ConfirmationLine({ confirmation }: { readonly confirmation: Confirmation }) {
  const t = useText(factorTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const { by, at, edition, page, remark, scanDigest, holds, revokedBy } = confirmation;
  return (
    <div style={{ display: 'flex', gap: 16, alignItems: 'flex-start' }}>
      <div style={{ flex: 1, display: 'grid', gap: 4 }}>
        <Typography.Text delete={Boolean(revokedBy)}>
          {t('confirm.by', { name: by.name, time: formatInstant(at), edition, page })}
        </Typography.Text>
        {remark && <Typography.Text type="secondary">{remark}</Typography.Text>}
        {!holds && !revokedBy && <Typography.Text type="warning">{t('confirm.old')}</Typography.Text>}
        {revokedBy && (
          <Typography.Text type="secondary">
            {t('revoked', {
              name: revokedBy.name,
              time: formatInstant(confirmation.revokedAt),
              reason: confirmation.revokedReason ?? '',
            })}
          </Typography.Text>
        )}
        {scanDigest && (
          <Typography.Link
            href={apiUrl(apiPath`/enterprises/${enterpriseId}/vouchers/${scanDigest}`)}
            target="_blank"
          >
            {t('confirm.scan')}
          </Typography.Link>
        )}
      </div>
      {!revokedBy && may('FACTOR_CONFIRM') && <RevokeButton confirmation={confirmation} />}
    </div>
  );
}
