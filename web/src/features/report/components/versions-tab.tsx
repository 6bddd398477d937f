import { Card, Flex, Table, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { type Report } from '../api/get-reports';
import { reportTexts } from '../report-texts';

const DIGEST_SHOWN = 12;

/** Every version, kept as it was, and the way to compare them. */
export function VersionsTab({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  const path = useScopePath();
  const { head } = report;
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Table
        size="small"
        pagination={false}
        rowKey={({ version }) => version}
        dataSource={[...report.versions].reverse()}
        columns={[
          {
            title: t('column.version'),
            width: 150,
            render: (_, { version }) => (
              <Flex gap={6}>
                {t('version.number', { version })}
                {version === head.version && <Tag>{t('version.current')}</Tag>}
              </Flex>
            ),
          },
          { title: t('version.reason'), dataIndex: 'reason' },
          {
            title: t('column.by'),
            width: 260,
            render: (_, { createdBy, createdAt }) => `${createdBy.name} · ${formatInstant(createdAt)}`,
          },
          {
            title: t('version.digest'),
            width: 140,
            render: (_, { digest }) => (
              <Typography.Text code title={digest}>
                {digest.slice(0, DIGEST_SHOWN)}
              </Typography.Text>
            ),
          },
          {
            title: '',
            width: 220,
            render: (_, { version }) => (
              <Flex gap={12}>
                <Link to={`${path(`reports/${head.id}`)}?version=${version}`}>{t('version.open')}</Link>
                {version > 1 && (
                  <Link to={path(`reports/${head.id}/compare/${version - 1}/${version}`)}>
                    {t('version.compare')}
                  </Link>
                )}
              </Flex>
            ),
          },
        ]}
      />
    </Card>
  );
}
