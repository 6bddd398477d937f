import { Timeline, Typography } from 'antd';
import { formatInstant } from '@/shared/format/time';

interface RemarkListProps {
  readonly remarks: readonly {
    readonly title: string;
    readonly words: string | null;
    readonly at: string;
    readonly note: string | null;
  }[];
  readonly none: string;
}

/** Who said what and when, oldest first. */
export function RemarkList({ remarks, none }: RemarkListProps) {
  if (remarks.length === 0) return <Typography.Text type="secondary">{none}</Typography.Text>;
  return (
    <Timeline
      style={{ marginTop: 8 }}
      items={remarks.map(({ title, words, at, note }) => ({
        key: at,
        content: (
          <>
            <div>
              {title}{' '}
              <Typography.Text type="secondary">
                {formatInstant(at)}
                {note !== null && ` · ${note}`}
              </Typography.Text>
            </div>
            {words !== null && <div style={{ whiteSpace: 'pre-wrap' }}>{words}</div>}
          </>
        ),
      }))}
    />
  );
}
