import { HomeOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { homeTexts } from './home-texts';

export const homeFeature: Feature = {
  path: '',
  group: 'home',
  icon: <HomeOutlined />,
  texts: homeTexts,
  permissions: [],
  load: async () => (await import('./pages/home-page')).HomePage,
};
