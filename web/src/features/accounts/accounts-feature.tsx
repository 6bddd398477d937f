import { TeamOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { accountsTexts } from './accounts-texts';

export const accountsFeature: Feature = {
  path: 'accounts',
  group: 'settings',
  icon: <TeamOutlined />,
  texts: accountsTexts,
  permissions: ['ACCOUNT_MANAGE'],
  load: async () => (await import('./pages/accounts-page')).AccountsPage,
};
