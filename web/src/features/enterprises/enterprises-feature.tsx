import { BankOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { enterprisesTexts } from './enterprises-texts';

export const enterprisesFeature: Feature = {
  path: 'enterprises',
  group: 'settings',
  icon: <BankOutlined />,
  texts: enterprisesTexts,
  permissions: ['ENTERPRISE_CREATE'],
  load: async () => (await import('./pages/enterprises-page')).EnterprisesPage,
};
