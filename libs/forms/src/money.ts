import { type Fen, isRefusal, parseMoney, type Refusal } from '@quancheng/kernel';
import { z } from 'zod';
import { faultParams } from './fault.ts';

/**
 * Money as people and machines give it: `{amount: '50.00', unit: '万元'}` from a page, whole fen (bigint) from a stored
 * draft or a treasury file. Both become fen. A bare number or text is refused: nobody can tell its unit.
 */
export const moneySchema = z
  .custom<Fen | { amount: string; unit?: string | undefined }>(
    (value) => value !== undefined && value !== null && value !== '',
    {
      error: '必填 / required',
      abort: true,
    },
  )
  .transform((value, context): Fen => {
    const fen = readMoney(value);
    if (!isRefusal(fen)) return fen;
    context.addIssue({
      code: 'custom',
      message: `${fen.because.zh} / ${fen.because.en}`,
      params: faultParams(fen),
    });
    return z.NEVER;
  });

function readMoney(value: unknown): Fen | Refusal {
  if (typeof value === 'bigint')
    return parseMoney({ amount: (value < 0n ? '-' : '') + yuanText(value), unit: '元' });
  if (typeof value !== 'object' || value === null) return parseMoney({ amount: '' });
  const { amount, unit } = value as { amount?: unknown; unit?: unknown };
  return parseMoney({
    amount: typeof amount === 'string' ? amount : '',
    unit: typeof unit === 'string' ? unit : undefined,
  });
}

/** A bigint takes the same road as a paper, so that it meets the same limits. */
function yuanText(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
