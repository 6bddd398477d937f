import { FileTextOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { apiPath, apiUrl } from '@/shared/api/client';
import { useMay } from '@/shared/api/use-may';
import { useScope } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { type DataColumn, DataTable } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { TableSkeleton } from '@/shared/ui/skeletons';
import { StateTag } from '@/shared/ui/state-tag';
import { type DocumentFile, documentFilesQuery, useWithdrawFile } from '../api/documents';
import { crosscheckTexts } from '../crosscheck-texts';

/** Imported files: who, when, and whether they count. */
export function FilesTab() {
  const t = useText(crosscheckTexts);
  const may = useMay();
  const { enterpriseId } = useScope();
  const files = useQuery(documentFilesQuery(enterpriseId));
  const [withdrawing, setWithdrawing] = useState<DocumentFile | null>(null);
  const columns: readonly DataColumn<DocumentFile>[] = [
    {
      key: 'file',
      title: t('files.column.file'),
      text: ({ fileName }) => fileName,
      render: ({ fileName, digest }) => (
        <a href={apiUrl(apiPath`/enterprises/${enterpriseId}/vouchers/${digest}`)}>{fileName}</a>
      ),
    },
    {
      key: 'kind',
      title: t('files.column.kind'),
      text: ({ kind }) => t(`document.${kind}`),
      filterValues: ({ kind }) => [kind],
      filters: (['CONTRACT', 'INVOICE', 'SETTLEMENT'] as const).map((value) => ({
        value,
        label: t(`document.${value}`),
      })),
    },
    { key: 'rows', title: t('files.column.rows'), align: 'right', text: ({ rows }) => String(rows) },
    { key: 'by', title: t('files.column.by'), text: ({ importedBy }) => importedBy },
    { key: 'at', title: t('files.column.at'), text: ({ importedAt }) => formatInstant(importedAt) },
    {
      key: 'state',
      title: t('files.column.state'),
      text: ({ withdrawal }) =>
        withdrawal === null ? t('files.counts') : t('files.withdrawn', { reason: withdrawal.reason }),
      render: ({ withdrawal }) => (
        <StateTag tone={withdrawal === null ? 'good' : 'neutral'}>
          {withdrawal === null ? t('files.counts') : t('files.withdrawn', { reason: withdrawal.reason })}
        </StateTag>
      ),
    },
    { key: 'digest', title: t('files.column.digest'), text: ({ digest }) => digest, hiddenAtFirst: true },
    {
      key: 'action',
      title: '',
      text: () => null,
      sortable: false,
      render: (file) =>
        may('CROSSCHECK_IMPORT') && file.withdrawal === null ? (
          <Button type="link" size="small" onClick={() => setWithdrawing(file)}>
            {t('withdraw')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <ProblemAlert error={files.error} onRetry={() => void files.refetch()} />
      {files.isPending && <TableSkeleton />}
      {files.data && (
        <DataTable
          label={t('tab.files')}
          fileName="document-files"
          urlPrefix="f-"
          rows={files.data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon={<FileTextOutlined />}
              title={t('empty.title')}
              text={t('empty.text')}
              clause="6.3.1-e"
            />
          }
        />
      )}
      {withdrawing && <WithdrawDialog file={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

function WithdrawDialog({ file, onClose }: { file: DocumentFile; onClose: () => void }) {
  const t = useText(crosscheckTexts);
  const { message } = App.useApp();
  const { enterpriseId } = useScope();
  const [reason, setReason] = useState('');
  const withdraw = useWithdrawFile(enterpriseId);
  return (
    <Modal
      open
      title={t('withdraw.title', { file: file.fileName })}
      okText={t('withdraw')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: withdraw.isPending }}
      onCancel={onClose}
      onOk={() =>
        withdraw.mutate(
          { id: file.id, reason: reason.trim() },
          {
            onSuccess: () => {
              void message.success(t('withdraw.done'));
              onClose();
            },
          },
        )
      }
    >
      <p>{t('withdraw.text')}</p>
      <label htmlFor="withdraw-reason">{t('withdraw.reason')}</label>
      <Input.TextArea
        id="withdraw-reason"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemAlert error={withdraw.error} />
    </Modal>
  );
}
