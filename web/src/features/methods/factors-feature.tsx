import { BookOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { factorsTexts } from './factors-texts';

export const factorsFeature: Feature = {
  path: 'factors',
  group: 'plan',
  icon: <BookOutlined />,
  texts: factorsTexts,
  permissions: ['INVENTORY_READ'],
  load: async () => (await import('./pages/factors-page')).FactorsPage,
};
