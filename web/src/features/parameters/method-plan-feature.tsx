import { PartitionOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { methodPlanTexts } from './method-plan-texts';

export const methodPlanFeature: Feature = {
  path: 'method-plan',
  group: 'plan',
  icon: <PartitionOutlined />,
  texts: methodPlanTexts,
  permissions: ['PARAMETER_READ'],
  load: async () => (await import('./pages/method-plan-page')).MethodPlanPage,
};
