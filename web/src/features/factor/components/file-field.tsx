import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useScope } from '@/shared/api/use-scope';
import { useText } from '@/shared/i18n/use-locale';
import { ProblemAlert } from '@/shared/ui/problem-alert';
import { uploadFactorFile } from '../api/library';
import { factorTexts } from '../factor-texts';

interface FileFieldProps {
  readonly label: string;
  /** Name of the file that is there already. */
  readonly present?: string | null;
  readonly onStored: (digest: string) => void;
}

/** Puts one file into the vault and hands its digest on. */
export function FileField({ label, present = null, onStored }: FileFieldProps) {
  const t = useText(factorTexts);
  const { enterpriseId } = useScope();
  const [name, setName] = useState(present);
  const upload = useMutation({
    mutationFn: (file: File) => uploadFactorFile(enterpriseId, file),
    onSuccess: (stored) => {
      setName(stored.name);
      onStored(stored.digest);
    },
  });
  return (
    <Flex vertical gap={6}>
      <Flex gap={8} align="center">
        <Upload
          accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.csv,.txt"
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={upload.isPending} aria-label={label}>
            {t('own.file.choose')}
          </Button>
        </Upload>
        <Typography.Text {...(name ? {} : { type: 'secondary' as const })} ellipsis>
          {name ?? t('own.file.none')}
        </Typography.Text>
      </Flex>
      <ProblemAlert error={upload.error} />
    </Flex>
  );
}
