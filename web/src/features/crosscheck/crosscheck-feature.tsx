import { DiffOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { crosscheckTexts } from './crosscheck-texts';

export const crosscheckFeature: Feature = {
  path: 'crosscheck',
  group: 'operate',
  icon: <DiffOutlined />,
  texts: crosscheckTexts,
  permissions: ['CROSSCHECK_READ'],
  load: async () => (await import('./pages/crosscheck-page')).CrosscheckPage,
};
