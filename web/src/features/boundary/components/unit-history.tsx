import { useQuery } from '@tanstack/react-query';
import { Timeline, Typography } from 'antd';
import { type BoundaryUnit } from '@/shared/api/list-units';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { unitHistoryQuery } from '../api/list-unit-history';
import { boundaryTexts } from '../boundary-texts';
import { changedFields, inTimeOrder } from '../model/unit-changes';

/** Who changed the unit, when, what, and why; newest first. */
export function UnitHistory({ unit }: { unit: BoundaryUnit }) {
  const t = useText(boundaryTexts);
  const { enterpriseId } = useScope();
  const history = useQuery(unitHistoryQuery(enterpriseId, unit.id));
  if (history.isPending) return <TableSkeleton rows={3} />;
  if (history.error) return <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />;
  const revisions = inTimeOrder(history.data);
  const entries = revisions.map((revision, index) => {
    const before = revisions[index - 1];
    const what = before
      ? changedFields(before.unit, revision.unit)
          .map((field) => t(`field.${field}`))
          .join(t('history.and'))
      : null;
    return {
      key: revision.changedAt,
      content: (
        <>
          <div>{what === null ? t('history.added') : t('history.changed', { fields: what })}</div>
          {revision.reason && <div>{t('history.reason', { reason: revision.reason })}</div>}
          <Typography.Text type="secondary">
            {[formatInstant(revision.changedAt), revision.changedBy].filter(Boolean).join(' · ')}
          </Typography.Text>
        </>
      ),
    };
  });
  return <Timeline items={entries.reverse()} style={{ paddingTop: 4 }} />;
}
