import { InboxOutlined } from '@ant-design/icons';
import { App, Modal, Segmented, Spin, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { type DocumentKind, useBringDocuments } from '../api/documents';
import { crosscheckTexts } from '../crosscheck-texts';

const KINDS = ['CONTRACT', 'INVOICE', 'SETTLEMENT'] as const;

/** Takes one file of contracts, invoices or settlements; all of it or nothing. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useText(crosscheckTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [kind, setKind] = useState<DocumentKind>('INVOICE');
  const bring = useBringDocuments(enterpriseId);
  return (
    <Modal open width={720} title={t('import.title')} footer={null} onCancel={onClose} destroyOnHidden>
      <Segmented
        aria-label={t('import.kind')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`document.${value}`) }))}
        style={{ marginBottom: 12 }}
      />
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={bring.isPending}
        beforeUpload={(file) => {
          bring.mutate(
            { kind, file },
            {
              onSuccess: ({ rows }) => {
                void message.success(t('import.done', { rows }));
                onClose();
              },
            },
          );
          return false;
        }}
      >
        <div style={{ padding: 24 }}>
          {bring.isPending ? <Spin /> : <InboxOutlined style={{ fontSize: 36, color: 'var(--th-accent)' }} />}
          <div style={{ marginTop: 8 }}>{t('import.drop')}</div>
        </div>
      </Upload.Dragger>
      <Typography.Paragraph type="secondary" style={{ marginTop: 12 }}>
        {t('import.columns', { columns: t(`import.columns.${kind}`) })}
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary">{t('import.limits')}</Typography.Paragraph>
      <ProblemAlert error={bring.error} />
    </Modal>
  );
}
