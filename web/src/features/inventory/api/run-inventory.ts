import { apiPath, apiPost } from '@/shared/api/client';
import { type Inventory } from './get-inventory';
import { type Body } from '@/shared/api/contract';

/** A factor chosen for a source instead of the plan's or the set's. */
export type FactorChoice = NonNullable<RunRequest['factorChoices']>[string];

export type RunRequest = Body<'inventory.run'>;

export function runInventory(enterpriseId: string, request: RunRequest): Promise<Inventory> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/inventories`, request);
}

export type RestateRequest = Body<'inventory.restate'>;

export function restateInventory(
  enterpriseId: string,
  inventoryId: string,
  request: RestateRequest,
): Promise<Inventory> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/restate`, request);
}
