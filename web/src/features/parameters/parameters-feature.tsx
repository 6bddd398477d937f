import { DashboardOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { parametersTexts } from './parameters-texts';

export const parametersFeature: Feature = {
  path: 'parameters',
  group: 'plan',
  icon: <DashboardOutlined />,
  texts: parametersTexts,
  permissions: ['PARAMETER_READ'],
  load: async () => (await import('./pages/parameters-page')).ParametersPage,
};
