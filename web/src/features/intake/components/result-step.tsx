import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useMay } from '@/shared/api/use-may';
import { useScopePath } from '@/shared/api/use-scope';
import { formatInstant } from '@/shared/format/time';
import { useText } from '@/shared/i18n/use-locale';
import { type ImportPreview } from '../api/get-import';
import { importsTexts } from '../imports-texts';
import { CheckStep } from './check-step';

/** What was written, and where to go on; below it the file as it was read. */
export function ResultStep({ preview }: { preview: ImportPreview }) {
  const t = useText(importsTexts);
  const path = useScopePath();
  const may = useMay();
  return (
    <>
      <Result
        status="success"
        style={{ padding: '16px 0 24px' }}
        title={t('result.title', { count: preview.counts.written })}
        subTitle={t('result.text', { time: formatInstant(preview.committedAt) })}
        extra={[
          <Link key="ledger" to={path('ledger')}>
            <Button type="primary">{t('result.ledger')}</Button>
          </Link>,
          ...(may('PARAMETER_READ')
            ? [
                <Link key="plan" to={path('method-plan')}>
                  <Button>{t('result.plan')}</Button>
                </Link>,
              ]
            : []),
          ...(may('INVENTORY_READ')
            ? [
                <Link key="inventory" to={path('inventories')}>
                  <Button>{t('result.inventory')}</Button>
                </Link>,
              ]
            : []),
        ]}
      />
      <CheckStep preview={preview} />
    </>
  );
}
