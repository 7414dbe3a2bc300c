import { formatWan, isRefusal, parseYuan } from '@quancheng/kernel';

/** 元 as the API says them, in 万元 with separators, as budget papers show them; blank where there is no sum. */
export function wan(yuan: unknown): string {
  if (typeof yuan !== 'string') return '';
  const fen = parseYuan(yuan);
  return isRefusal(fen) ? '' : grouped(formatWan(fen));
}

/** How much of a sum is used, in whole percent; blank where there is nothing to compare with. */
export function percentOf(partYuan: unknown, wholeYuan: unknown): string {
  const [part, whole] = [partYuan, wholeYuan].map((yuan) =>
    typeof yuan === 'string' ? parseYuan(yuan) : null,
  );
  if (typeof part !== 'bigint' || typeof whole !== 'bigint' || whole === 0n) return '';
  return `${(part * 100n + whole / 2n) / whole}%`;
}

const grouped = (amount: string): string => amount.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
