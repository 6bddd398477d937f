import { ExperimentOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { evaluationTexts } from './evaluation-texts';

export const evaluationFeature: Feature = {
  path: 'evaluation',
  group: 'operate',
  icon: <ExperimentOutlined />,
  texts: evaluationTexts,
  permissions: ['INVENTORY_READ'],
  load: async () => (await import('./pages/evaluation-page')).EvaluationPage,
};
