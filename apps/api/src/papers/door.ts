import { isRefusal, type Refusal, refuse } from '@quancheng/kernel';
import { readPaper } from '@quancheng/papers';

/** Why a file is not kept as a paper: it is no honest one, or a formula in it reaches for another file or the network. */
export async function paperRefusal(bytes: Uint8Array): Promise<Refusal | null> {
  const read = await readPaper(bytes);
  if (isRefusal(read)) return read;
  const outside = read.faults.filter(({ code }) => code === 'FORMULA_REACHES_OUTSIDE');
  if (outside.length === 0) return null;
  const cells = outside.map(({ cell }) => cell).join('、');
  return refuse({
    code: 'PAPER_REACHES_OUTSIDE',
    because: {
      zh: `公式引用了其他文件或网络：${cells}`,
      en: `formulas reach another file or the network: ${cells}`,
    },
    remedy: { zh: '请把这些单元格粘贴为数值后重新上传', en: 'paste their values and send it again' },
    fields: outside.map(({ cell, code, because }) => ({ field: cell, code, because })),
  });
}
