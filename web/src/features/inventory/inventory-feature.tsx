import { CalculatorOutlined } from '@ant-design/icons';
import { type Feature } from '@/shared/ui/feature';
import { inventoryTexts } from './inventory-texts';

export const inventoryFeature: Feature = {
  path: 'inventories',
  group: 'operate',
  icon: <CalculatorOutlined />,
  texts: inventoryTexts,
  permissions: ['INVENTORY_READ'],
  load: async () => (await import('./pages/inventories-page')).InventoriesPage,
  routes: [
    {
      path: 'inventories/:inventoryId',
      load: async () => (await import('./pages/inventory-page')).InventoryPage,
    },
    {
      path: 'inventories/:inventoryId/compare/:otherId',
      load: async () => (await import('./pages/compare-page')).ComparePage,
    },
  ],
};
