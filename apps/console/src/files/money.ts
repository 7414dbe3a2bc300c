import { formatWan, isRefusal, parseYuan } from '@quancheng/kernel';

const FEN_PER_HUNDREDTH_WAN = 10_000n;

/** A sum of the API, in 万元 to the last fen, as papers show it; blank where there is no sum. */
export function wan(yuan: unknown): string {
  const fen = fenOf(yuan);
  return fen === null ? '' : grouped(formatWan(fen));
}

/** The same to two places, as the columns of budget tables show it. */
export function roundWan(yuan: unknown): string {
  const fen = fenOf(yuan);
  return fen === null ? '' : grouped(formatWan(rounded(fen, FEN_PER_HUNDREDTH_WAN) * FEN_PER_HUNDREDTH_WAN));
}

/** How much of a sum is used, in whole percent; blank where there is nothing to compare with. */
export function percentOf(partYuan: unknown, wholeYuan: unknown): string {
  const [part, whole] = [fenOf(partYuan), fenOf(wholeYuan)];
  return part === null || whole === null || whole === 0n ? '' : `${rounded(part * 100n, whole)}%`;
}

function fenOf(yuan: unknown): bigint | null {
  const fen = typeof yuan === 'string' ? parseYuan(yuan) : null;
  return fen === null || isRefusal(fen) ? null : fen;
}

/** Half a unit and more counts as one. Sums are not below zero here, or are shown as they are. */
const rounded = (sum: bigint, unit: bigint): bigint => (sum + unit / 2n) / unit;

const grouped = (amount: string): string => amount.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
