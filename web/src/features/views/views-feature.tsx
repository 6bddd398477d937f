import { BlockOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { viewsTexts } from './views-texts';

export const viewsFeature: Feature = {
  path: 'views',
  group: 'operate',
  icon: <BlockOutlined />,
  texts: viewsTexts,
  permissions: ['INVENTORY_READ'],
  load: async () => (await import('./pages/views-page')).ViewsPage,
};
