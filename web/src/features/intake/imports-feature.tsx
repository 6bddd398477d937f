import { ImportOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { importsTexts } from './imports-texts';

export const importsFeature: Feature = {
  path: 'imports',
  group: 'operate',
  icon: <ImportOutlined />,
  texts: importsTexts,
  permissions: ['IMPORT_READ'],
  load: async () => (await import('./pages/imports-page')).ImportsPage,
  routes: [
    { path: 'imports/new', load: async () => (await import('./pages/new-import-page')).NewImportPage },
    { path: 'imports/:importId', load: async () => (await import('./pages/import-page')).ImportPage },
  ],
};
