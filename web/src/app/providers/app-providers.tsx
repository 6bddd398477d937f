import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '@/shared/api/query-client';
import { LocaleProvider, useLocale } from '@/shared/i18n/use-locale';
import { ColorModeProvider, useColorMode } from '@/shared/ui/theme/color-mode';
import { themeFor } from '@/shared/ui/theme/tokens';

/** Language, colours and server data, around everything. */
export function AppProviders({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <LocaleProvider>
        <ColorModeProvider>
          <Look>{children}</Look>
        </ColorModeProvider>
      </LocaleProvider>
    </QueryClientProvider>
  );
}

function Look({ children }: { children: ReactNode }) {
  const { locale } = useLocale();
  const { mode } = useColorMode();
  return (
    <ConfigProvider
      locale={locale === 'en' ? enUS : zhCN}
      theme={themeFor(mode)}
      componentSize="medium"
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: 'optional' }}
    >
      <AntApp style={{ height: '100%' }}>{children}</AntApp>
    </ConfigProvider>
  );
}
