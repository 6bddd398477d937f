import { FileDoneOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { reportTexts } from './report-texts';

export const reportFeature: Feature = {
  path: 'reports',
  group: 'operate',
  icon: <FileDoneOutlined />,
  texts: reportTexts,
  permissions: ['REPORT_READ'],
  load: async () => (await import('./pages/reports-page')).ReportsPage,
  routes: [
    { path: 'reports/templates', load: async () => (await import('./pages/templates-page')).TemplatesPage },
    { path: 'reports/:reportId', load: async () => (await import('./pages/report-page')).ReportPage },
    {
      path: 'reports/:reportId/compare/:before/:after',
      load: async () => (await import('./pages/compare-page')).ReportComparePage,
    },
  ],
};
