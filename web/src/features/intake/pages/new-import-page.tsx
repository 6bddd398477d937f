import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Progress, Typography, Upload } from 'antd';
import { useNavigate } from 'react-router';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useScope, useScopePath } from '@/shared/api/use-scope';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { problemText } from '@/shared/ui/problem-text';
import { importQuery } from '../api/get-import';
import { uploadImport } from '../api/upload-import';
import { ImportSteps } from '../components/import-steps';
import { importsTexts } from '../imports-texts';

/** First step: a file. Nothing is stored in the ledger before the last step. */
export function NewImportPage() {
  const t = useText(importsTexts);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const path = useScopePath();
  const client = useQueryClient();
  const { message } = App.useApp();
  const { enterpriseId, year } = useScope();
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(enterpriseId, year, file),
    onSuccess: async (preview) => {
      client.setQueryData(importQuery(enterpriseId, preview.id).queryKey, preview);
      await client.invalidateQueries({ queryKey: ['imports', enterpriseId] });
      void navigate(path(`imports/${preview.id}`));
    },
  });
  const template = async () => {
    try {
      await saveFile(apiPath`/enterprises/${enterpriseId}/template.xlsx`, `ledger-template-${year}.xlsx`, {
        year,
      });
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  return (
    <>
      <PageHeader title={t('new.title', { year })} purpose={t('new.purpose')} />
      <ImportSteps step="file" />
      <Card>
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <div style={{ padding: '32px 16px' }}>
            <InboxOutlined style={{ fontSize: 36, color: 'var(--th-accent)' }} />
            <Typography.Title level={3}>{t('drop.title')}</Typography.Title>
            <Typography.Text type="secondary">{t('drop.text')}</Typography.Text>
            {upload.isPending && (
              <div style={{ maxWidth: 360, margin: '16px auto 0' }} role="status">
                <Progress percent={100} status="active" showInfo={false} />
                <Typography.Text type="secondary">
                  {t('drop.reading', { file: upload.variables.name })}
                </Typography.Text>
              </div>
            )}
          </div>
        </Upload.Dragger>
        <div
          style={{
            marginTop: 12,
            display: 'flex',
            justifyContent: 'space-between',
            gap: 16,
            alignItems: 'center',
          }}
        >
          <Typography.Text type="secondary">{t('limits')}</Typography.Text>
          <Button icon={<DownloadOutlined />} onClick={() => void template()}>
            {t('template')}
          </Button>
        </div>
        <div style={{ marginTop: 12 }}>
          <ProblemAlert error={upload.error} />
        </div>
      </Card>
    </>
  );
}
