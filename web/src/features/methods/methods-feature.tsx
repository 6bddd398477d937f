import { FunctionOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { methodsTexts } from './methods-texts';

export const methodsFeature: Feature = {
  path: 'methods',
  group: 'plan',
  icon: <FunctionOutlined />,
  texts: methodsTexts,
  permissions: ['INVENTORY_READ'],
  load: async () => (await import('./pages/methods-page')).MethodsPage,
  routes: [{ path: 'methods/:methodId', load: async () => (await import('./pages/method-page')).MethodPage }],
};
