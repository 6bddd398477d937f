import { describe, expect, it } from 'vitest';
import { layBlock, parseBlock, writeBlock } from './clipboard';

describe('reading a block from the clipboard', () => {
  it('splits cells at tabs and rows at line breaks of any kind', () => {
    expect(parseBlock('1\t2\r\n3\t4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseBlock('1\n2\r3')).toEqual([['1'], ['2'], ['3']]);
  });

  it('makes no row of the line break Excel adds at the end', () => {
    expect(parseBlock('1\t2\r\n')).toEqual([['1', '2']]);
  });

  it('keeps empty cells, also at the end of a row', () => {
    expect(parseBlock('1\t\t3\r\n\t5\t')).toEqual([
      ['1', '', '3'],
      ['', '5', ''],
    ]);
    expect(parseBlock('1\r\n\r\n3')).toEqual([['1'], [''], ['3']]);
  });

  it('reads quoted cells with tabs, line breaks and doubled quotes', () => {
    expect(parseBlock('"a\tb"\t"say ""so"""\r\n"two\nlines"\t7')).toEqual([
      ['a\tb', 'say "so"'],
      ['two\nlines', '7'],
    ]);
  });

  it('takes a quote inside a cell as it stands', () => {
    expect(parseBlock('5" pipe\t1')).toEqual([['5" pipe', '1']]);
  });

  it('finds nothing in nothing', () => {
    expect(parseBlock('')).toEqual([]);
  });

  it('reads back what it wrote', () => {
    const block = [
      ['1.50', 'a\tb', ''],
      ['"', '2\n3', '吨'],
    ];
    expect(parseBlock(writeBlock(block))).toEqual(block);
  });
});

describe('laying a block onto a selection', () => {
  it('fills the whole selection with one cell', () => {
    expect(layBlock([['7']], 2, 2).map(({ row, column, text }) => `${row},${column}=${text}`)).toEqual([
      '0,0=7',
      '0,1=7',
      '1,0=7',
      '1,1=7',
    ]);
  });

  it('repeats a block that fits a whole number of times', () => {
    expect(layBlock([['1', '2']], 2, 4)).toHaveLength(8);
  });

  it('lays any other block once, also past the selection', () => {
    const laid = layBlock([['1', '2'], ['3']], 1, 1);
    expect(laid.map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(layBlock([['1', '2']], 1, 3)).toHaveLength(2);
  });
});
