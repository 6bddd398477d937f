import { RiseOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { yearOnYearTexts } from './year-on-year-texts';

export const yearOnYearFeature: Feature = {
  path: 'year-on-year',
  group: 'operate',
  icon: <RiseOutlined />,
  texts: yearOnYearTexts,
  permissions: ['INVENTORY_READ'],
  load: async () => (await import('./pages/year-on-year-page')).YearOnYearPage,
};
