import { type Refusal, refuse } from '@quancheng/kernel';
import type { SheetLimits } from './table.ts';

/** The whole file is refused: nothing of it was taken. */

/** Thrown while a package is looked at, and turned into a refusal there. */
export class Damage extends Error {
  override readonly name = 'Damage';
}

/** Thrown where a limit is passed. */
export class TooBig extends Error {
  override readonly name = 'TooBig';
  readonly what: keyof SheetLimits;

  constructor(what: keyof SheetLimits) {
    super(what);
    this.what = what;
  }
}

const saveAsXlsx = {
  zh: '请用 WPS 或 Excel 另存为 .xlsx 后重新上传',
  en: 'save it as .xlsx in WPS or Excel and send it again',
};

export const notASheet = (): Refusal =>
  refuse({
    code: 'SHEET_TYPE_WRONG',
    because: { zh: '文件不是 xlsx 或 CSV 表格', en: 'the file is neither an xlsx nor a CSV table' },
    remedy: saveAsXlsx,
  });

export const oldOrLocked = (): Refusal =>
  refuse({
    code: 'SHEET_OLD_OR_LOCKED',
    because: {
      zh: '文件是旧版 .xls，或设有打开密码',
      en: 'the file is an old .xls, or needs a password to open',
    },
    remedy: {
      zh: '请取消密码并另存为 .xlsx 后重新上传',
      en: 'remove the password, save it as .xlsx and send it again',
    },
  });

export const damaged = (): Refusal =>
  refuse({
    code: 'SHEET_DAMAGED',
    because: { zh: '文件不完整或已损坏', en: 'the file is cut short or damaged' },
    remedy: saveAsXlsx,
  });

export const hasMacros = (): Refusal =>
  refuse({
    code: 'SHEET_HAS_MACROS',
    because: { zh: '文件含有宏', en: 'the file holds macros' },
    remedy: { zh: '请另存为不含宏的 .xlsx 后重新上传', en: 'save it as an .xlsx without macros' },
  });

export const tooBig = (what: keyof SheetLimits, most: number): Refusal => {
  const words = {
    bytes: { zh: `文件超过 ${megabytes(most)} MB`, en: `the file is above ${megabytes(most)} MB` },
    unpackedBytes: {
      zh: `文件解压后超过 ${megabytes(most)} MB`,
      en: `unpacked, the file is above ${megabytes(most)} MB`,
    },
    rows: { zh: `表格超过 ${most} 行`, en: `the table has more than ${most} rows` },
    columns: { zh: `表格超过 ${most} 列`, en: `the table has more than ${most} columns` },
    cellCharacters: {
      zh: `有单元格超过 ${most} 字`,
      en: `a cell holds more than ${most} characters`,
    },
    tags: { zh: '文件的单元格过多', en: 'the file has too many cells' },
    merges: { zh: '合并单元格或名称的范围过大', en: 'merged cells or names reach over too many cells' },
  } as const;
  return refuse({
    code: 'SHEET_TOO_LARGE',
    because: words[what],
    remedy: {
      zh: '请删去无关内容，或分成几个文件导入',
      en: 'take out what is not needed, or split the file',
    },
  });
};

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

export const unknownEncoding = (): Refusal =>
  refuse({
    code: 'CSV_ENCODING_UNKNOWN',
    because: {
      zh: 'CSV 文件的编码既不是 UTF-8 也不是 GB18030',
      en: 'the CSV is neither in UTF-8 nor in GB18030',
    },
    remedy: saveAsXlsx,
  });

export const csvBroken = (line: number): Refusal =>
  refuse({
    code: 'CSV_BROKEN',
    because: {
      zh: `CSV 文件第 ${line} 行附近的引号不成对`,
      en: `the quotes do not close near line ${line} of the CSV`,
    },
    remedy: { zh: '请核对引号，或另存为 .xlsx', en: 'check the quotes, or save it as .xlsx' },
  });

export const noHeader = (): Refusal =>
  refuse({
    code: 'SHEET_HEADER_MISSING',
    because: {
      zh: '前 20 行中没有找到表头',
      en: 'no header row was found in the first 20 rows of a visible sheet',
    },
    remedy: { zh: '请使用模板，表头不要改名', en: 'use the template and keep its titles' },
  });

export const twoTables = (sheets: readonly string[]): Refusal =>
  refuse({
    code: 'SHEET_SEVERAL_TABLES',
    because: {
      zh: `有 ${sheets.length} 张工作表都带有表头：${sheets.join('、')}`,
      en: `${sheets.length} sheets have the header: ${sheets.join(', ')}`,
    },
    remedy: { zh: '每个文件只留一张要导入的工作表', en: 'leave one sheet to be imported in each file' },
  });

export const titleTwice = (title: string): Refusal =>
  refuse({
    code: 'SHEET_TITLE_TWICE',
    because: { zh: `表头“${title}”出现了两次`, en: `the title "${title}" stands in the header twice` },
    remedy: { zh: '请删去或改名其中一列', en: 'remove or rename one of the columns' },
  });

export const otherEpoch = (): Refusal =>
  refuse({
    code: 'SHEET_DATES_FROM_1904',
    because: {
      zh: '文件使用 1904 日期系统，日期会相差四年',
      en: 'the file counts its dates from 1904, four years apart from others',
    },
    remedy: {
      zh: '请在选项中取消“使用 1904 日期系统”，核对日期后另存',
      en: 'switch that option off, check the dates and save again',
    },
  });
