import { Card, Table } from 'antd';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { type ShownView } from '../api/views';
import { viewsTexts } from '../views-texts';

/** Who entered what stands beside the method, and when. */
export function HistoryCard({ shown }: { readonly shown: ShownView }) {
  const t = useText(viewsTexts);
  if (shown.history.length === 0) return null;
  return (
    <Card title={t('history')} styles={{ body: { padding: 0 } }}>
      <Table
        size="small"
        pagination={{ pageSize: 5, hideOnSinglePage: true }}
        rowKey="version"
        dataSource={[...shown.history]}
        columns={[
          { title: t('history.version'), dataIndex: 'version', width: 100 },
          { title: t('history.by'), dataIndex: 'by' },
          { title: t('history.at'), render: (_, { at }) => formatInstant(at) },
          { title: t('reason'), dataIndex: 'reason' },
        ]}
      />
    </Card>
  );
}
