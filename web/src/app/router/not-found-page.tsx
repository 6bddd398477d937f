import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { frameTexts } from '@/app/layout/frame-texts';
import { useText } from '@/shared/i18n/use-locale';
import { EmptyState } from '@/shared/ui/empty-state';

export function NotFoundPage() {
  const t = useText(frameTexts);
  return (
    <EmptyState
      icon={<CompassOutlined />}
      title={t('notFound.title')}
      text={t('notFound.text')}
      action={
        <Link to="/">
          <Button>{t('notFound.home')}</Button>
        </Link>
      }
    />
  );
}
