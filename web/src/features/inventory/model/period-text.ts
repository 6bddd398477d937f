import { type InventoryHead } from '../api/get-inventory';

/** `2025` for a whole year, `2025-01 – 2025-06` otherwise. */
export function periodText({ from, to, year }: InventoryHead['period']): string {
  return year === null ? `${from} – ${to}` : String(year);
}
