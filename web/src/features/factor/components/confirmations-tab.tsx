import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { formatUnit } from '@/shared/format/unit';
import { useLocale, usePick, useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type Confirmation, confirmationsQuery, type LibraryFactor } from '../api/library';
import { factorTexts } from '../factor-texts';

type State = 'holds' | 'stale' | 'revoked';

function stateOf({ holds, revokedAt }: Confirmation): State {
  if (revokedAt) return 'revoked';
  return holds ? 'holds' : 'stale';
}

const TONES = { holds: 'good', stale: 'due', revoked: 'bad' } as const;

/** Who looked what up in the printed standards, revoked ones included. */
export function ConfirmationsTab({ factors }: { readonly factors: readonly LibraryFactor[] }) {
  const t = useText(factorTexts);
  const { locale } = useLocale();
  const pick = usePick();
  const navigate = useNavigate();
  const path = useScopePath();
  const { enterpriseId } = useScope();
  const confirmations = useQuery(confirmationsQuery(enterpriseId));
  const names = new Map(factors.map((one) => [one.id, `${pick(one.name)} ${pick(one.columnName)}`]));
  const columns: readonly DataColumn<Confirmation>[] = [
    {
      key: 'factor',
      title: t('confirmation.factor'),
      text: ({ factor }) => names.get(factor) ?? factor,
    },
    {
      key: 'value',
      title: t('confirmation.value'),
      text: ({ printed, unit }) => `${printed} ${formatUnit(unit, locale)}`,
    },
    {
      key: 'edition',
      title: t('confirmation.edition'),
      text: ({ edition, page }) => `${edition}, ${page}`,
    },
    { key: 'by', title: t('confirmation.by'), text: ({ by }) => by.name },
    { key: 'at', title: t('confirmation.at'), text: ({ at }) => formatInstant(at) },
    {
      key: 'state',
      title: t('confirmation.state'),
      text: (row) => t(`confirmation.state.${stateOf(row)}`),
      render: (row) => (
        <StateTag tone={TONES[stateOf(row)]}>{t(`confirmation.state.${stateOf(row)}`)}</StateTag>
      ),
    },
  ];
  if (confirmations.isPending) return <TableSkeleton />;
  if (confirmations.error) {
    return <ProblemAlert error={confirmations.error} onRetry={() => void confirmations.refetch()} />;
  }
  return (
    <DataTable
      label={t('tab.confirmations')}
      fileName="confirmations"
      urlPrefix="c."
      rows={confirmations.data}
      columns={columns}
      rowKey={({ id }) => id}
      onOpen={({ factor }) => void navigate(`${path('factors/entry')}?id=${encodeURIComponent(factor)}`)}
      empty={<EmptyState title={t('confirm.empty')} text={t('confirm.empty.text')} clause="6.3.1-c" />}
    />
  );
}
