import { ApartmentOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { boundaryTexts } from './boundary-texts';

export const boundaryFeature: Feature = {
  path: 'boundary',
  group: 'plan',
  icon: <ApartmentOutlined />,
  texts: boundaryTexts,
  permissions: ['BOUNDARY_READ'],
  load: async () => (await import('./pages/boundary-page')).BoundaryPage,
};
