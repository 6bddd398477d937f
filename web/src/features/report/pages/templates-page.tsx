import { DownloadOutlined, FileWordOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Form, Input, Modal, Table, Tag, Typography, Upload } from 'antd';
import { useState } from 'react';
import { apiPath } from '@/shared/api/client';
import { saveFile } from '@/shared/api/save-file';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useLocale, useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { ProblemAlert, ProblemList } from '@/shared/ui/problem-alert';
import { problemText } from '@/shared/ui/problem-text';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { uploadTemplate } from '../api/act-on-report';
import { type ReportTemplates, reportTemplatesQuery } from '../api/get-reports';
import { TemplatePreview } from '../components/template-preview';
import { reportTexts } from '../report-texts';

type Template = ReportTemplates['items'][number];

/** The enterprise's own Word templates and the placeholders they may use. */
export function TemplatesPage() {
  const t = useText(reportTexts);
  const may = useMay();
  const { locale } = useLocale();
  const { enterpriseId } = useScope();
  const { message } = App.useApp();
  const [uploading, setUploading] = useState(false);
  const [previewed, setPreviewed] = useState<Template | null>(null);
  const templates = useQuery(reportTemplatesQuery(enterpriseId));
  const save = async (file: string, name: string) => {
    try {
      await saveFile(`${apiPath`/enterprises/${enterpriseId}/report-templates/`}${file}`, name);
    } catch (error) {
      void message.error(problemText(error, locale).title);
    }
  };
  const upload = may('REPORT_EDIT') && (
    <Button type="primary" icon={<UploadOutlined />} onClick={() => setUploading(true)}>
      {t('templates.upload')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('templates.title')}
        purpose={t('templates.purpose')}
        actions={
          <Flex gap={8}>
            <Button
              icon={<DownloadOutlined />}
              onClick={() => void save('house.docx', 'report-template.docx')}
            >
              {t('templates.house')}
            </Button>
            {templates.data?.items.length ? upload : null}
          </Flex>
        }
      />
      <ProblemAlert error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.isPending && <TableSkeleton />}
      {templates.data && (
        <Flex vertical gap={12}>
          {templates.data.items.length === 0 ? (
            <EmptyState
              icon={<FileWordOutlined />}
              title={t('templates.none')}
              text={t('templates.none.text')}
              clause="6.3.2-a"
              action={upload}
            />
          ) : (
            <Card styles={{ body: { padding: 0 } }}>
              <Table<Template>
                size="small"
                pagination={false}
                rowKey={({ id }) => id}
                dataSource={[...templates.data.items]}
                columns={[
                  { title: t('templates.name'), dataIndex: 'name' },
                  { title: t('column.version'), dataIndex: 'version', width: 80 },
                  {
                    title: t('templates.column.problems'),
                    render: (_, { problems }) =>
                      problems.length === 0 ? (
                        <StateTag tone="good">{t('templates.good')}</StateTag>
                      ) : (
                        <ProblemList problems={problems} />
                      ),
                  },
                  { title: t('templates.column.by'), dataIndex: 'createdBy', width: 140 },
                  {
                    title: t('templates.column.at'),
                    width: 160,
                    render: (_, { createdAt }) => formatInstant(createdAt),
                  },
                  {
                    title: '',
                    width: 200,
                    render: (_, template) => (
                      <Flex gap={8}>
                        {template.problems.length === 0 && (
                          <Button size="small" onClick={() => setPreviewed(template)}>
                            {t('templates.preview')}
                          </Button>
                        )}
                        <Button
                          size="small"
                          type="text"
                          aria-label={`${t('download')} ${template.name}`}
                          icon={<DownloadOutlined />}
                          onClick={() => void save(`${template.id}/template.docx`, `${template.name}.docx`)}
                        />
                      </Flex>
                    ),
                  },
                ]}
              />
            </Card>
          )}
          <Card size="small" title={t('templates.placeholders')}>
            <Typography.Paragraph type="secondary">{t('templates.placeholders.text')}</Typography.Paragraph>
            <Flex gap={4} wrap>
              {templates.data.placeholders.map((name) => (
                <Tag key={name}>{name === 'qr' ? '{{@qr}}' : `{{${name}}}`}</Tag>
              ))}
            </Flex>
          </Card>
        </Flex>
      )}
      {previewed && <TemplatePreview template={previewed} onClose={() => setPreviewed(null)} />}
      {uploading && <UploadDialog onClose={() => setUploading(false)} />}
    </>
  );
}

function UploadDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(reportTexts);
  const { enterpriseId } = useScope();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadTemplate(enterpriseId, name.trim(), chosen),
    onSuccess: async (template) => {
      await client.invalidateQueries({ queryKey: ['reports', enterpriseId, 'templates'] });
      void message.success(t('templates.done', { name: template.name, version: template.version }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('templates.upload')}
      okText={t('templates.upload')}
      okButtonProps={{ disabled: name.trim() === '' || file === null }}
      confirmLoading={upload.isPending}
      onOk={() => file && upload.mutate(file)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('templates.name')} required htmlFor="template-name">
          <Input
            id="template-name"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('templates.file')} required>
          <Upload
            accept=".docx"
            maxCount={1}
            beforeUpload={(chosen) => {
              setFile(chosen);
              return false;
            }}
            onRemove={() => setFile(null)}
          >
            <Button icon={<UploadOutlined />}>{t('templates.file')}</Button>
          </Upload>
        </Form.Item>
      </Form>
      <ProblemAlert error={upload.error} />
    </Modal>
  );
}
