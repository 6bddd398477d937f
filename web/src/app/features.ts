import { accountsFeature } from '@/features/accounts/accounts-feature';
import { boundaryFeature } from '@/features/boundary/boundary-feature';
import { enterprisesFeature } from '@/features/enterprises/enterprises-feature';
import { homeFeature } from '@/features/home/home-feature';
import { ledgerFeature } from '@/features/ledger/ledger-feature';
import { inventoryFeature } from '@/features/inventory/inventory-feature';
import { type Feature } from '@/shared/ui/feature';

/** Everything the product can do today, in the order of the navigation. */
export const FEATURES: readonly Feature[] = [
  homeFeature,
  boundaryFeature,
  ledgerFeature,
  inventoryFeature,
  enterprisesFeature,
  accountsFeature,
];
