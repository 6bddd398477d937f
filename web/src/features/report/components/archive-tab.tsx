import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { App, Button, Card, Descriptions, Empty, Flex } from 'antd';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { problemText } from '@/shared/ui/problem-text';
import { restoreArchive } from '../api/act-on-report';
import { type Report } from '../api/get-reports';
import { reportTexts } from '../report-texts';
import { useReportChange } from './use-report-change';

type Archive = Report['archives'][number];

/** The sealed copies, and the proof that they can be opened again. */
export function ArchiveTab({ report }: { readonly report: Report }) {
  const t = useText(reportTexts);
  if (report.archives.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            {t('archive.none')}
            <br />
            {t('archive.none.text')}
          </>
        }
      />
    );
  }
  return (
    <Flex vertical gap={12}>
      {report.archives.map((archive) => (
        <ArchiveCard key={archive.id} report={report} archive={archive} />
      ))}
    </Flex>
  );
}

function ArchiveCard({ report, archive }: { readonly report: Report; readonly archive: Archive }) {
  const t = useText(reportTexts);
  const { locale } = useLocale();
  const may = useMay();
  const { enterpriseId } = useScope();
  const { message } = App.useApp();
  const restore = useReportChange(
    () => restoreArchive(enterpriseId, report.head.id, archive.id),
    () => void message.success(t('archive.done')),
  );
  const save = async () => {
    try {
      await saveFile(
        apiPath`/enterprises/${enterpriseId}/reports/${report.head.id}/archives/${archive.id}/archive.bin`,
        `report-archive-${report.head.number}.bin`,
      );
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  return (
    <Card
      size="small"
      title={t('version.number', { version: archive.version })}
      extra={
        may('REPORT_ARCHIVE') && (
          <Flex gap={8}>
            <Button
              size="small"
              icon={<SafetyCertificateOutlined />}
              loading={restore.isPending}
              onClick={() => restore.mutate(undefined)}
            >
              {t('archive.test')}
            </Button>
            <Button size="small" icon={<DownloadOutlined />} onClick={() => void save()}>
              {t('archive.export')}
            </Button>
          </Flex>
        )
      }
    >
      <ProblemAlert error={restore.error} />
      <Descriptions
        size="small"
        column={1}
        items={[
          {
            key: 'by',
            label: t('action.ARCHIVE'),
            children: `${archive.createdBy.name} · ${formatInstant(archive.createdAt)}`,
          },
          { key: 'key', label: t('archive.key'), children: archive.keyId },
          { key: 'digest', label: t('version.digest'), children: archive.sealedDigest },
          {
            key: 'contents',
            label: t('archive.contents'),
            children: archive.contents.map(({ name }) => name).join(', '),
          },
          {
            key: 'restored',
            label: t('archive.test'),
            children: archive.restoredAt
              ? t('archive.restored', {
                  name: archive.restoredBy?.name ?? '',
                  time: formatInstant(archive.restoredAt),
                })
              : t('archive.never'),
          },
        ]}
      />
    </Card>
  );
}
