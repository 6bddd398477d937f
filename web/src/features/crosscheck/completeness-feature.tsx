import { FileSearchOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { completenessTexts } from './completeness-texts';

export const completenessFeature: Feature = {
  path: 'completeness',
  group: 'operate',
  icon: <FileSearchOutlined />,
  texts: completenessTexts,
  permissions: ['CROSSCHECK_READ'],
  load: async () => (await import('./pages/completeness-page')).CompletenessPage,
};
