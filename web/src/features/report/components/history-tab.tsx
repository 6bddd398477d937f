import { Timeline, Typography } from 'antd';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { type Report } from '../api/get-reports';
import { reportTexts } from '../report-texts';

/** Who did what, when and why, newest first. */
export function HistoryTab({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  return (
    <Timeline
      items={[...report.events].reverse().map((event, index) => ({
        key: index,
        content: (
          <>
            <div>
              {t('history.line', {
                name: event.by.name,
                action: t(`action.${event.action}`),
                version: event.version,
              })}
            </div>
            {event.words && <div>{event.words}</div>}
            <Typography.Text type="secondary">{formatInstant(event.at)}</Typography.Text>
          </>
        ),
      }))}
    />
  );
}
