import { TableOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { ledgerTexts } from './ledger-texts';

export const ledgerFeature: Feature = {
  path: 'ledger',
  group: 'operate',
  icon: <TableOutlined />,
  texts: ledgerTexts,
  permissions: ['LEDGER_READ'],
  load: async () => (await import('./pages/ledger-page')).LedgerPage,
};
