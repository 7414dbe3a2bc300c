import type { Fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
/** What a group of four digits counts: ones, ten thousands, 10^8, 10^12. */
const GROUPS = ['', '万', '亿', '万亿'];

/**
 * An amount in the capitals of official papers and bills: 1,409.50 is 壹仟肆佰零玖元伍角. 整 follows whole yuan and nothing
 * follows 角 or 分; a run of zeros between digits is read as one 零; an amount below one yuan begins with its 角 or 分.
 */
export function capitals(fen: Fen): string {
  if (fen < 0n) return `负${capitals(-fen)}`;
  if (fen === 0n) return '零元整';
  const yuan = fen / 100n;
  return `${yuan === 0n ? '' : `${wholeYuan(yuan)}元`}${below(fen)}`;
}

function below(fen: Fen): string {
  const jiao = Number((fen / 10n) % 10n);
  const cent = Number(fen % 10n);
  if (jiao === 0 && cent === 0) return '整';
  // Between 元 and 分 the missing 角 is a gap like any other; before all of them there is nothing to bridge.
  const first = jiao > 0 ? `${DIGITS[jiao]}角` : fen >= 100n ? '零' : '';
  return `${first}${cent > 0 ? `${DIGITS[cent]}分` : ''}`;
}

function wholeYuan(yuan: bigint): string {
  let words = '';
  let gap = false;
  for (const [group, digits] of groupsOf(yuan)) {
    if (digits === 0) {
      gap = words !== '';
      continue;
    }
    const bridge = words !== '' && (gap || digits < 1000) ? '零' : '';
    words += `${bridge}${fourDigits(digits)}${unitOf(group, yuan)}`;
    gap = false;
  }
  return words;
}

/** Highest first: each group of four digits with its place. */
function groupsOf(yuan: bigint): [group: number, digits: number][] {
  const groups: [number, number][] = [];
  for (let rest = yuan, group = 0; rest > 0n; rest /= 10_000n, group += 1)
    groups.unshift([group, Number(rest % 10_000n)]);
  return groups;
}

/** 12,3400,0000,0000 is 拾贰万叁仟肆佰亿: the 亿 is said once, by the lower group where that has digits. */
function unitOf(group: number, yuan: bigint): string {
  const lowerHasDigits = (yuan / 100_000_000n) % 10_000n > 0n;
  return group === 3 && lowerHasDigits ? '万' : (GROUPS[group] ?? '');
}

function fourDigits(value: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    gap = false;
  }
  return words;
}
