import { DownloadOutlined, FileExcelOutlined, FileOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button, Image, Modal, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import { apiPath, apiUrl } from '@/shared/api/client';
import { type Answer } from '@/shared/api/contract';
import { formatInstant } from '@/shared/format/time';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useText } from '@/shared/i18n/use-locale';

/** A file that proves a ledger line (原始凭证), kept by the digest of its content. */
export type Voucher = Answer<'ledger.history'>['vouchers'][number];

const KILO = 1024;

export function formatBytes(size: number): string {
  if (size < KILO) return `${size} B`;
  return size < KILO * KILO ? `${Math.ceil(size / KILO)} kB` : `${(size / KILO / KILO).toFixed(1)} MB`;
}

/** Vouchers with a preview where the browser can show them, and a download for all. */
export function VoucherList({
  enterpriseId,
  vouchers,
}: {
  enterpriseId: string;
  vouchers: readonly Voucher[];
}) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {vouchers.map((voucher) => (
        <VoucherItem key={voucher.digest} enterpriseId={enterpriseId} voucher={voucher} />
      ))}
    </ul>
  );
}

function VoucherItem({ enterpriseId, voucher }: { enterpriseId: string; voucher: Voucher }) {
  const t = useText(sharedTexts);
  const [open, setOpen] = useState(false);
  const href = apiUrl(apiPath`/enterprises/${enterpriseId}/vouchers/${voucher.digest}`);
  const isPdf = voucher.mediaType === 'application/pdf';
  const about = `${formatBytes(voucher.sizeBytes)} · ${formatInstant(voucher.attachedAt)}`;
  return (
    <li style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
      <Preview href={href} voucher={voucher} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Typography.Text ellipsis={{ tooltip: voucher.fileName }} style={{ display: 'block' }}>
          {isPdf ? (
            <Typography.Link onClick={() => setOpen(true)}>{voucher.fileName}</Typography.Link>
          ) : (
            voucher.fileName
          )}
        </Typography.Text>
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {about}
        </Typography.Text>
      </div>
      <Tooltip title={t('voucher.download')}>
        <Button
          type="text"
          size="small"
          icon={<DownloadOutlined />}
          href={href}
          download={voucher.fileName}
          aria-label={`${t('voucher.download')}: ${voucher.fileName}`}
        />
      </Tooltip>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        title={voucher.fileName}
        width={860}
        destroyOnHidden
      >
        <iframe
          src={href}
          title={voucher.fileName}
          style={{ width: '100%', height: '70vh', border: 0, background: '#fff' }}
        />
      </Modal>
    </li>
  );
}

function Preview({ href, voucher }: { href: string; voucher: Voucher }) {
  const t = useText(sharedTexts);
  const size = 40;
  if (/^image\/(png|jpeg)$/.test(voucher.mediaType)) {
    return (
      <Image
        src={href}
        width={size}
        height={size}
        alt={`${t('voucher.preview')}: ${voucher.fileName}`}
        style={{ objectFit: 'cover', borderRadius: 4 }}
      />
    );
  }
  const icon = voucher.mediaType.includes('pdf') ? (
    <FilePdfOutlined />
  ) : /sheet|excel|csv/.test(voucher.mediaType) ? (
    <FileExcelOutlined />
  ) : (
    <FileOutlined />
  );
  return (
    <span
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        display: 'grid',
        placeItems: 'center',
        fontSize: 18,
        color: 'var(--th-text-secondary)',
        border: '1px solid var(--th-border)',
        borderRadius: 4,
      }}
    >
      {icon}
    </span>
  );
}
