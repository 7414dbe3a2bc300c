import { type Refusal, refuse } from '@quancheng/kernel';
import { words } from './layout.ts';

/** The whole file is refused: nothing of it was taken. */

const useTemplate = words(
  '请下载本项目的模板，填写后上传',
  "download the project's own paper, fill it in and send it",
);

export const noPaper = (): Refusal =>
  refuse({
    code: 'PAPER_UNKNOWN',
    because: words(
      '文件中没有可识别的表：缺少表名',
      'no paper is in the file: none of the official titles was found',
    ),
    remedy: useTemplate,
  });

export const severalPapers = (places: readonly string[]): Refusal =>
  refuse({
    code: 'PAPER_SEVERAL',
    because: words(
      `文件中有 ${places.length} 张表：${places.join('、')}`,
      `the file holds ${places.length} papers: ${places.join(', ')}`,
    ),
    remedy: words('请每张表单独存为一个文件', 'save each paper as a file of its own'),
  });

export const headIncomplete = (missing: readonly string[]): Refusal =>
  refuse({
    code: 'PAPER_HEAD_INCOMPLETE',
    because: words(
      `表头缺少或读不出：${missing.join('、')}`,
      `the head lacks, or does not say clearly: ${missing.join(', ')}`,
    ),
    remedy: useTemplate,
  });

export const noMoneyUnit = (): Refusal =>
  refuse({
    code: 'PAPER_MONEY_UNIT_MISSING',
    because: words('文件没有注明金额单位', 'the file does not state its unit of money'),
    remedy: words(
      '请在表名下方“金额单位”处选择“元”或“万元”',
      'choose 元 or 万元 behind 金额单位, below the title',
    ),
  });

export const moneyUnitUnknown = (written: string): Refusal =>
  refuse({
    code: 'PAPER_MONEY_UNIT_UNKNOWN',
    because: words(
      `金额单位“${written.slice(0, 20)}”不是元或万元`,
      `the unit of money "${written.slice(0, 20)}" is neither 元 nor 万元`,
    ),
    remedy: words('请在“金额单位”处选择“元”或“万元”', 'choose 元 or 万元 behind 金额单位'),
  });

export const twoMoneyUnits = (cells: readonly string[]): Refusal =>
  refuse({
    code: 'PAPER_MONEY_UNITS_DIFFER',
    because: words(
      `文件注明了不同的金额单位：${cells.join('、')}`,
      `the file states different units of money: ${cells.join(', ')}`,
    ),
    remedy: words(
      '请全表统一用一个单位，只保留一处说明',
      'use one unit in the whole paper and state it once',
    ),
  });
