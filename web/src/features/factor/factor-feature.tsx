import { BookOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { factorTexts } from './factor-texts';

export const factorFeature: Feature = {
  path: 'factors',
  group: 'plan',
  icon: <BookOutlined />,
  texts: factorTexts,
  permissions: ['FACTOR_READ'],
  load: async () => (await import('./pages/library-page')).LibraryPage,
  routes: [
    { path: 'factors/entry', load: async () => (await import('./pages/entry-page')).EntryPage },
    { path: 'factors/change', load: async () => (await import('./pages/change-page')).ChangePage },
    {
      path: 'factors/own/:factorId',
      load: async () => (await import('./pages/own-factor-page')).OwnFactorPage,
    },
  ],
};
