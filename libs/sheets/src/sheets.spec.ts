import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from '@jest/globals';
import { zipOf } from '@quancheng/testing';
import { markedCopy, readTable, type Table, writeTable } from './index.ts';

const isTitle = (text: string) => ['编码', '名称', '金额', '日期'].includes(text);
const csv = (bytes: Uint8Array | string, limits = {}) =>
  readTable(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
    type: 'csv',
    isTitle,
    limits,
  });
const xlsx = (bytes: Uint8Array, limits = {}) => readTable(bytes, { type: 'xlsx', isTitle, limits });

async function sheetOf(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const GB = Uint8Array.from([
  0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x30, 0x31, 0x2c, 0xb4, 0xe5,
]);

describe('a CSV', () => {
  it.each([
    ['UTF-8', '编码,名称\n01,村'],
    ['UTF-8 with its mark', '\ufeff编码,名称\n01,村'],
    ['GB18030', GB],
    ['tabs', '编码\t名称\n01\t村'],
    ['UTF-16 with its mark', new Uint8Array(Buffer.from('\ufeff编码,名称\n01,村', 'utf16le'))],
  ])('in %s is read', async (_, bytes) => {
    expect(await csv(bytes)).toMatchObject({
      header: ['编码', '名称'],
      rows: [{ rowNumber: 2, cells: { 编码: '01', 名称: '村' }, numbers: [] }],
      faults: [],
    });
  });

  it('has its header below some printed lines, keeps row numbers over blank rows, and loses spaces around texts', async () => {
    const table = (await csv('项目清单\n\n单位：元\n编码, 名称\n01,"甲\u3000"\n,\n02 ,乙')) as Table;
    expect([table.headerRow, table.rows.map(({ rowNumber, cells }) => [rowNumber, cells])]).toEqual([
      4,
      [
        [5, { 编码: '01', 名称: '甲' }],
        [7, { 编码: '02', 名称: '乙' }],
      ],
    ]);
  });

  it.each([
    ['an open quote', '编码,名称\n01,"村', 'CSV_BROKEN'],
    ['no header', '甲,乙\n1,2', 'SHEET_HEADER_MISSING'],
    ['a title twice', '编码,编码\n1,2', 'SHEET_TITLE_TWICE'],
    ['nothing', '', 'SHEET_TYPE_WRONG'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'SHEET_TYPE_WRONG'],
    ['bytes of no encoding', Uint8Array.from([0xff, 0xfd, 0xff, 0xff]), 'CSV_ENCODING_UNKNOWN'],
  ])('with %s is refused', async (_, bytes, code) =>
    expect(await csv(bytes)).toMatchObject({ refused: true, code }),
  );

  it('that is too large in rows, columns or a cell is refused', async () => {
    const codes = await Promise.all([
      csv(`编码\n${'1\n'.repeat(11)}`, { rows: 10 }),
      csv(`编码,名称,${'x,'.repeat(9)}\n1`, { columns: 5 }),
      csv(`编码\n${'长'.repeat(51)}`, { cellCharacters: 50 }),
      csv('编码\n1', { bytes: 4 }),
    ]);
    expect(codes.map((one) => 'code' in one && one.code)).toEqual(Array(4).fill('SHEET_TOO_LARGE'));
  });
});

describe('an xlsx', () => {
  it('gives numbers, dates, rich texts, saved values of formulas and zeros of a format as texts', async () => {
    const bytes = await sheetOf((book) => {
      const sheet = book.addWorksheet('清单');
      sheet.addRow(['编码', '名称', '金额', '日期']);
      sheet.addRow([
        12,
        { richText: [{ text: '农村' }, { text: '污水 ' }] },
        132.912,
        new Date('2014-04-22'),
      ]);
      sheet.getCell('A2').numFmt = '0000';
      sheet.addRow(['0012', '村', { formula: 'C2*2', result: 0.1 + 0.2 }, 41751]);
      sheet.addRow([1e15, true, 1e-7, new Date('2014-04-22T08:30:00Z')]);
    });
    const table = (await xlsx(bytes)) as Table;
    expect(table.faults).toEqual([]);
    expect(table.rows).toEqual([
      {
        rowNumber: 2,
        cells: { 编码: '0012', 名称: '农村污水', 金额: '132.912', 日期: '2014-04-22' },
        numbers: ['编码', '金额'],
      },
      {
        rowNumber: 3,
        cells: { 编码: '0012', 名称: '村', 金额: '0.3', 日期: '41751' },
        numbers: ['金额', '日期'],
      },
      {
        rowNumber: 4,
        cells: { 编码: '1000000000000000', 名称: '是', 金额: '0.0000001', 日期: '2014-04-22T08:30:00' },
        numbers: ['编码', '金额'],
      },
    ]);
  });

  it('names merged cells, error values, and formulas that reach outside or have no saved value', async () => {
    const bytes = await sheetOf((book) => {
      const sheet = book.addWorksheet('清单');
      sheet.addRow(['编码', '名称', '金额']);
      sheet.addRow(['01', '甲', { formula: "'[1]表'!A1", result: 5 }]);
      sheet.addRow(['02', '甲', { formula: 'WEBSERVICE("http://x.example")', result: 5 }]);
      sheet.addRow(['03', '乙', { formula: 'A1+1' }]);
      sheet.addRow(['04', '乙', { error: '#N/A' }]);
      sheet.mergeCells('B2:B3');
    });
    const table = (await xlsx(bytes)) as Table;
    expect(table.faults.map(({ rowNumber, column, code }) => [rowNumber, column, code])).toEqual([
      [2, '金额', 'FORMULA_REACHES_OUTSIDE'],
      [3, '名称', 'CELL_MERGED'],
      [3, '金额', 'FORMULA_REACHES_OUTSIDE'],
      [4, '金额', 'FORMULA_WITHOUT_VALUE'],
      [5, '金额', 'CELL_ERROR'],
    ]);
  });

  it('passes hidden sheets over and says so; two visible tables are refused', async () => {
    const build = (state: 'hidden' | 'visible') =>
      sheetOf((book) => {
        book.addWorksheet('旧表', { state }).addRow(['编码']);
        book.addWorksheet('新表').addRows([['编码'], ['01']]);
      });
    expect(await xlsx(await build('hidden'))).toMatchObject({
      sheet: '新表',
      notes: [{ zh: '隐藏的工作表“旧表”没有导入' }],
    });
    expect(await xlsx(await build('visible'))).toMatchObject({ code: 'SHEET_SEVERAL_TABLES' });
  });

  it('of another kind, old, locked, with macros, cut short or counting from 1904 is refused', async () => {
    const good = await sheetOf((book) => book.addWorksheet('清单').addRows([['编码'], ['01']]));
    const other = await sheetOf((book) => {
      book.properties.date1904 = true;
      book.addWorksheet('清单').addRow(['编码']);
    });
    const macros = zipOf({ 'xl/workbook.xml': '<workbook/>', 'xl/vbaProject.bin': 'x' });
    const refused = await Promise.all([
      xlsx(new TextEncoder().encode('编码\n1')),
      xlsx(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])),
      xlsx(macros),
      xlsx(zipOf({ 'word/document.xml': '<document/>' })),
      xlsx(good.subarray(0, good.length / 2)),
      xlsx(other),
    ]);
    expect(refused.map((one) => 'code' in one && one.code)).toEqual([
      'SHEET_TYPE_WRONG',
      'SHEET_OLD_OR_LOCKED',
      'SHEET_HAS_MACROS',
      'SHEET_TYPE_WRONG',
      'SHEET_DAMAGED',
      'SHEET_DATES_FROM_1904',
    ]);
  });

  it('that unpacks without end, or names entities, is refused before anything is read', async () => {
    const bomb = zipOf({
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': ' '.repeat(5_000_000),
    });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await xlsx(bomb, { unpackedBytes: 1_000_000 })).toMatchObject({ code: 'SHEET_TOO_LARGE' });
    const entities = zipOf({ 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' });
    expect(await xlsx(entities)).toMatchObject({ code: 'SHEET_DAMAGED' });
  });

  it('cut anywhere, or with any byte changed, is read or refused, and never breaks', async () => {
    const good = await sheetOf((book) =>
      book.addWorksheet('清单').addRows([
        ['编码', '名称'],
        ['01', '村'],
      ]),
    );
    let seed = 7;
    const chance = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 150; round++) {
      const bytes = Uint8Array.from(good);
      for (let change = 0; change < 4; change++) bytes[chance(bytes.length)] = chance(256);
      const table = await xlsx(round % 2 === 0 ? bytes : bytes.subarray(0, chance(bytes.length)));
      expect('refused' in table || Array.isArray(table.rows)).toBe(true);
    }
  });

  it('is written with codes as text and comes back the same; marks stand beside their rows in a copy', async () => {
    const bytes = await writeTable({
      sheet: '模板',
      columns: [
        { title: '编码', help: '九位' },
        { title: '名称', choices: ['甲', '乙'] },
      ],
      rows: [['0012', '甲']],
      explained: { sheet: '说明', rows: [['列', '说明']] },
    });
    const table = (await xlsx(bytes)) as Table;
    expect(table.rows).toEqual([{ rowNumber: 2, cells: { 编码: '0012', 名称: '甲' }, numbers: [] }]);
    const marks = [{ rowNumber: 2, text: '没有这个单位' }];
    const copy = (await markedCopy({ bytes, isXlsx: true }, table, '导入问题', marks)) as Uint8Array;
    const fromCsv = (await csv('编码,名称\n0012,甲')) as Table;
    const copyOfCsv = await markedCopy(
      { bytes: new Uint8Array(), isXlsx: false },
      fromCsv,
      '导入问题',
      marks,
    );
    for (const marked of [copy, copyOfCsv as Uint8Array])
      expect(((await xlsx(marked)) as Table).rows[0]?.cells).toEqual({
        编码: '0012',
        名称: '甲',
        导入问题: '没有这个单位',
      });
    const marked = (await xlsx(copy)) as Table;
    const mended = await markedCopy({ bytes: copy, isXlsx: true }, marked, '导入问题', []);
    expect(((await xlsx(mended as Uint8Array)) as Table).rows[0]?.cells).toEqual({
      编码: '0012',
      名称: '甲',
    });
  });
});
