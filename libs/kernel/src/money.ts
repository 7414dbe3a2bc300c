import { type Refusal, refuse } from './refusal.ts';

/** Money, in whole fen. The only form in which an amount is stored, added or compared. */
export type Fen = bigint;

export type MoneyUnit = '元' | '万元';

const FEN_DECIMALS: Record<MoneyUnit, number> = { 元: 2, 万元: 6 };

/** Longer texts cannot be amounts; the limit also keeps a megabyte of digits away from BigInt. */
const LONGEST_AMOUNT_TEXT = 40;

/** Below 10^15 yuan: far above any budget, and safe in an 8-byte database column. */
const LARGEST_FEN = 10n ** 17n - 1n;

/** Digits, or digits grouped by threes as papers print them (3,498,000.00). No sign: money taken back is its own entry. */
const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** Reads an amount in yuan. Refuses what is not an amount, negative, below one fen, or beyond 10^15 yuan. */
export function parseYuan(text: string): Fen | Refusal {
  return parseAmount(text, '元');
}

/**
 * Reads an amount together with the unit that its paper states. 万元 is converted first, so its six decimals are
 * exact fen; only what lies below one fen after conversion is refused. A missing unit is refused, never guessed:
 * real papers mix 元 and 万元 on one page.
 */
export function parseMoney({ amount, unit }: { amount: string; unit?: string | undefined }): Fen | Refusal {
  if (unit === undefined || unit.trim() === '') {
    return refuse({
      code: 'MONEY_UNIT_MISSING',
      because: { zh: '金额没有注明单位', en: 'The amount does not state its unit.' },
      remedy: { zh: '请注明“元”或“万元”', en: 'State 元 (yuan) or 万元 (ten thousand yuan).' },
    });
  }
  if (unit !== '元' && unit !== '万元') {
    return refuse({
      code: 'MONEY_UNIT_UNKNOWN',
      because: { zh: '金额单位只能是“元”或“万元”', en: 'The unit of money can only be 元 or 万元.' },
      remedy: { zh: '请把金额换算成元或万元', en: 'Convert the amount to 元 or 万元.' },
    });
  }
  return parseAmount(amount, unit);
}

function parseAmount(text: string, unit: MoneyUnit): Fen | Refusal {
  const trimmed = text.trim();
  if (/^[-−－]\s*[\d,.]+$/.test(trimmed)) return negative();
  const match = trimmed.length > LONGEST_AMOUNT_TEXT ? null : AMOUNT.exec(trimmed);
  if (match === null) return notAnAmount();

  const whole = (match[1] ?? '').replaceAll(',', '');
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  const places = FEN_DECIMALS[unit];
  if (decimals.length > places) return belowOneFen();

  const fen = BigInt(whole + decimals.padEnd(places, '0'));
  return fen > LARGEST_FEN ? tooLarge() : fen;
}

/** '1409.50': yuan with two decimals, no separators. */
export function formatYuan(fen: Fen): string {
  return decimalText(fen, 2);
}

/** '132.912': 万元 without loss of precision, at least two decimals. */
export function formatWan(fen: Fen): string {
  return decimalText(fen, 6).replace(/0{1,4}$/, '');
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const fen of amounts) total += fen;
  return total;
}

function decimalText(fen: Fen, places: number): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(places + 1, '0');
  const sign = fen < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function notAnAmount(): Refusal {
  return refuse({
    code: 'MONEY_NOT_AN_AMOUNT',
    because: { zh: '这不是一个金额', en: 'This is not an amount of money.' },
    remedy: { zh: '请只填数字，例如 500000.00', en: 'Enter digits only, for example 500000.00.' },
  });
}

function negative(): Refusal {
  return refuse({
    code: 'MONEY_NEGATIVE',
    because: { zh: '金额不能为负数', en: 'An amount cannot be negative.' },
    remedy: { zh: '收回或退回的资金请另行登记', en: 'Record money taken back as an entry of its own.' },
  });
}

function belowOneFen(): Refusal {
  return refuse({
    code: 'MONEY_BELOW_ONE_FEN',
    because: {
      zh: '金额换算成元后含有不足一分的部分',
      en: 'Converted to yuan, the amount has a part below one fen.',
    },
    remedy: { zh: '请四舍五入到分', en: 'Round the amount to whole fen.' },
  });
}

function tooLarge(): Refusal {
  return refuse({
    code: 'MONEY_TOO_LARGE',
    because: { zh: '金额超过一千万亿元', en: 'The amount is above 10^15 yuan.' },
    remedy: { zh: '请核对金额和单位', en: 'Check the amount and its unit.' },
  });
}
