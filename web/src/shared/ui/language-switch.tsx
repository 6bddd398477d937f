import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { sharedTexts } from '@/shared/i18n/shared-texts';
import { useLocale, useText } from '@/shared/i18n/use-locale';

export function LanguageSwitch() {
  const t = useText(sharedTexts);
  const { locale, setLocale } = useLocale();
  return (
    <Button
      type="text"
      icon={<TranslationOutlined />}
      aria-label={t('language.label')}
      onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
    >
      {t('language.to')}
    </Button>
  );
}
