/** A block of cells, row by row; rows may differ in length. */
export type Block = readonly (readonly string[])[];

/**
 * Reads what Excel, WPS or LibreOffice put on the clipboard: tab between cells, line break between rows, quotes around
 * cells that hold either. The line break Excel adds at the end makes no row.
 */
export function parseBlock(text: string): Block {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let started = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
    started = false;
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && !started) {
      quoted = true;
      started = true;
    } else if (char === '\t') endCell();
    else if (char === '\r' || char === '\n') {
      if (char === '\r' && text.charAt(at + 1) === '\n') at++;
      endRow();
    } else {
      cell += char;
      started = true;
    }
  }
  if (cell !== '' || row.length > 0 || started) endRow();
  return rows;
}

export function writeBlock(block: Block): string {
  return block
    .map((row) =>
      row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\r\n');
}

/**
 * What lands where when a block is pasted onto a selection: one cell fills the whole selection, a block that fits a
 * whole number of times is repeated, anything else is laid once from the top left corner.
 */
export function layBlock(
  block: Block,
  height: number,
  width: number,
): readonly { readonly row: number; readonly column: number; readonly text: string }[] {
  const blockHeight = block.length;
  const blockWidth = Math.max(0, ...block.map((row) => row.length));
  if (blockHeight === 0 || blockWidth === 0) return [];
  const repeats = height % blockHeight === 0 && width % blockWidth === 0;
  const rows = repeats ? height : blockHeight;
  const columns = repeats ? width : blockWidth;
  const laid = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const text = block[row % blockHeight]?.[column % blockWidth];
      if (text !== undefined) laid.push({ row, column, text });
    }
  }
  return laid;
}
