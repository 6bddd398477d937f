import { apiPath, apiPost } from '@/shared/api/client';
import { type Inventory } from './get-inventory';

export interface FactorChoice {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

export interface RunRequest {
  readonly period: { readonly from: string; readonly to: string };
  readonly method: string;
  readonly factorSet?: string;
  /** By source; sources left out keep what the method plan says. */
  readonly factorChoices: Readonly<Record<string, FactorChoice>>;
}

export function runInventory(enterpriseId: string, request: RunRequest): Promise<Inventory> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/inventories`, request);
}

export type RestateRequest = Pick<RunRequest, 'factorSet' | 'factorChoices'> & { readonly reason: string };

export function restateInventory(
  enterpriseId: string,
  inventoryId: string,
  request: RestateRequest,
): Promise<Inventory> {
  return apiPost(apiPath`/enterprises/${enterpriseId}/inventories/${inventoryId}/restate`, request);
}
