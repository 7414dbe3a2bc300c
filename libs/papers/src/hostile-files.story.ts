import { type Parts, partsOf, zipOf } from '@quancheng/testing';

type Change = (parts: Parts) => Parts;

const SHEET = 'xl/worksheets/sheet1.xml';
const MEGABYTE = 1024 * 1024;
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const WORKSHEET = `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;

const with_ =
  (name: string, content: string | Buffer): Change =>
  (parts) => ({ ...parts, [name]: content });
const replaced =
  (name: string, from: string | RegExp, to: string): Change =>
  (parts) => ({ ...parts, [name]: String(parts[name]).replace(from, () => to) });
const sheetData = (data: string): Change =>
  with_(SHEET, `${WORKSHEET}<sheetData>${data}</sheetData></worksheet>`);
const behindData = (xml: string): Change => replaced(SHEET, '</sheetData>', `</sheetData>${xml}`);
const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

const columnName = (index: number): string =>
  `${index < 26 ? '' : columnName(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${many(9, (index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`)}]>`;

/** Packages that an attacker, a broken program or a careless export could send, made from an honest paper. */
const CHANGES: Readonly<Record<string, readonly [outcome: string, change: Change]>> = {
  'a part of a thousand megabytes': [
    'SHEET_TOO_LARGE',
    with_('xl/media/a.bin', Buffer.alloc(1024 * MEGABYTE)),
  ],
  'a sheet of 200 megabytes of spaces': ['SHEET_TOO_LARGE', with_(SHEET, Buffer.alloc(200 * MEGABYTE, ' '))],
  'a text of 19 megabytes in one cell': [
    'SHEET_TOO_LARGE',
    sheetData(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'长'.repeat(6 * MEGABYTE)}</t></is></c></row>`),
  ],
  'shared texts without number': [
    'SHEET_TOO_LARGE',
    with_('xl/sharedStrings.xml', `${XML}<sst>${many(400_000, (index) => `<si><t>${index}</t></si>`)}</sst>`),
  ],
  'a million rows': ['SHEET_TOO_LARGE', sheetData(many(1_000_000, (index) => `<row r="${index + 1}"/>`))],
  'a row of 16,384 columns': [
    'SHEET_TOO_LARGE',
    sheetData(`<row r="1">${many(16_384, (index) => `<c r="${columnName(index)}1"><v>1</v></c>`)}</row>`),
  ],
  'a cell in the last row and column': [
    'SHEET_TOO_LARGE',
    sheetData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ],
  'a row far beyond the last': [
    'SHEET_DAMAGED',
    sheetData('<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>'),
  ],
  'a hundred thousand levels': [
    'SHEET_DAMAGED',
    sheetData(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`),
  ],
  'entities that grow': [
    'SHEET_DAMAGED',
    (parts) => ({ ...parts, [SHEET]: `${XML}${LAUGHS}<worksheet>&lol9;</worksheet>` }),
  ],
  'entities in UTF-16': [
    'SHEET_DAMAGED',
    with_(SHEET, Buffer.from(`\ufeff${LAUGHS}<worksheet/>`, 'utf16le')),
  ],
  'a merge over the whole sheet': [
    'SHEET_TOO_LARGE',
    behindData('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  ],
  'a merge that hides its range': [
    'SHEET_DAMAGED',
    behindData('<mergeCells count="1"><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>'),
  ],
  'a hundred thousand merges': [
    'SHEET_TOO_LARGE',
    behindData(
      `<mergeCells>${many(100_000, (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`)}</mergeCells>`,
    ),
  ],
  'a name for the whole sheet': [
    'SHEET_TOO_LARGE',
    replaced(
      'xl/workbook.xml',
      '</sheets>',
      '</sheets><definedNames><definedName name="a">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>',
    ),
  ],
  'a link over the whole sheet': [
    'read',
    behindData('<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'),
  ],
  'a column without end': [
    'SHEET_DAMAGED',
    replaced(SHEET, '<sheetData>', '<cols><col min="1" max="4294967295" width="9"/></cols><sheetData>'),
  ],
  'columns over and over': [
    'SHEET_TOO_LARGE',
    replaced(
      SHEET,
      '<sheetData>',
      `<cols>${many(9_000, () => '<col min="1" max="16384" width="9"/>')}</cols><sheetData>`,
    ),
  ],
  'a name that hides its range': [
    'SHEET_DAMAGED',
    replaced(
      'xl/workbook.xml',
      '</sheets>',
      '</sheets><definedNames><definedName name="a"><![CDATA[Sheet1!$A$1:$XFD$1048576]]></definedName></definedNames>',
    ),
  ],
  'a choice for the whole sheet': [
    'read',
    behindData(
      '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
    ),
  ],
  'a filter over the whole sheet': ['read', behindData('<autoFilter ref="A1:XFD1048576"/>')],
  'a shared formula over the whole sheet': [
    'PAPER_UNKNOWN',
    sheetData('<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:XFD1048576">1+1</f><v>2</v></c></row>'),
  ],
  'texts and styles that are not there': [
    'SHEET_DAMAGED',
    sheetData('<row r="1"><c r="A1" s="99999" t="s"><v>99999999</v></c></row>'),
  ],
  'cells in no order, twice, and with names of none': [
    'PAPER_UNKNOWN',
    sheetData('<row r="2"><c r="A9"><v>1</v></c><c r="A9"><v>2</v></c><c r="?"/></row><row r="-1"/>'),
  ],
  'a name that leads out of the package': ['SHEET_DAMAGED', with_('../../etc/passwd', 'x')],
  macros: ['SHEET_HAS_MACROS', with_('xl/vbaProject.bin', 'x')],
  'too many parts': [
    'SHEET_DAMAGED',
    (parts) => ({
      ...parts,
      ...Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`xl/a${index}.xml`, '<a/>'])),
    }),
  ],
  'a zero byte in a text': [
    'SHEET_DAMAGED',
    with_(
      SHEET,
      `${WORKSHEET}<sheetData><row r="1"><c r="A1" t="str"><v>a\0b</v></c></row></sheetData></worksheet>`,
    ),
  ],
  'a chart in place of a sheet': [
    'PAPER_UNKNOWN',
    (parts) => {
      const { [SHEET]: _, ...others } = parts;
      const chart = { ...others, 'xl/chartsheets/sheet1.xml': `${XML}<chartsheet/>` };
      return replaced('xl/_rels/workbook.xml.rels', 'worksheets/sheet1.xml', 'chartsheets/sheet1.xml')(chart);
    },
  ],
};

/** Each hostile file by its name, with how its reading ends; made one at a time, for some are large. */
export const hostileFiles = (
  honest: Uint8Array,
): readonly (readonly [string, string, () => Uint8Array])[] => [
  ...Object.entries(CHANGES).map(
    ([name, [outcome, change]]) => [name, outcome, () => zipOf(change(partsOf(honest)))] as const,
  ),
  [
    'sizes that are lies',
    'SHEET_TOO_LARGE',
    () => zipOf({ ...partsOf(honest), 'xl/media/a.bin': Buffer.alloc(200 * MEGABYTE) }, { unpackedSize: 10 }),
  ],
  ['a hundred megabytes', 'SHEET_TOO_LARGE', () => new Uint8Array(100 * MEGABYTE).fill(0x20)],
  [
    'a hundred megabytes behind a package',
    'SHEET_TOO_LARGE',
    () => new Uint8Array(Buffer.concat([honest, Buffer.alloc(100 * MEGABYTE)])),
  ],
];
