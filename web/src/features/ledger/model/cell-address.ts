/** Column 0 is the stock at the start of the year, 1 to 12 are the months. */
export const OPENING_COLUMN = 0;
export const LAST_COLUMN = 12;

export type CellKey = `${string}|${number}`;

export function cellKey(parameterId: string, column: number): CellKey {
  return `${parameterId}|${column}`;
}

export function splitCellKey(key: CellKey): { parameterId: string; column: number } {
  const at = key.lastIndexOf('|');
  return { parameterId: key.slice(0, at), column: Number(key.slice(at + 1)) };
}
