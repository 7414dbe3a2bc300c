/** Reads the cells of published forms: operators in many shapes, values with their unit, words. It never guesses a figure. */

export type Direction = 'higher' | 'lower' | 'equal' | 'qualitative';
export type TargetReading = {
  readonly direction: Direction;
  readonly target: string;
  readonly unit: string | null;
  /** True where no operator was printed and one had to be read into the cell. */
  readonly operatorImplied: boolean;
};

const BLANK = /^[\s/／—–-]*$/;
export const isBlank = (cell: string | null | undefined): boolean =>
  cell === null || cell === undefined || BLANK.test(cell);

/** `A | B | C` is three cells of one value. */
const joined = (cell: string): string =>
  cell
    .split('|')
    .map((part) => part.trim())
    .join('');

const LEAST = /^(>=|[>＞≥≧]|不低于|不少于|大于等于|超过?)/;
const MOST = /^(<=|[<＜≤≦]|不超过|不高于|小于等于|小于)/;
const EXACTLY = /^[=＝═﹦]/;
const NUMBER = /^(\d[\d,]*(?:\.\d+)?)\s*(.*)$/;
/** 2023.07-2024.01, 2021年全年, 2023年12月底: a time, not an amount. */
const TIME = /^\d{4}([.年-])/;

export function readTarget(cell: string, kind: string): TargetReading {
  const text = joined(cell);
  const direction: Direction | null = LEAST.test(text)
    ? 'higher'
    : MOST.test(text)
      ? 'lower'
      : EXACTLY.test(text)
        ? 'equal'
        : null;
  const rest = text.replace(LEAST, '').replace(MOST, '').replace(EXACTLY, '');
  const value = TIME.test(rest) ? null : NUMBER.exec(rest);
  if (value === null) return { direction: 'qualitative', target: text, unit: null, operatorImplied: false };
  const [, digits = '', after = ''] = value;
  const from = /以上$/.test(after);
  const target = digits.replaceAll(',', '');
  const unit = unitOf(after.replace(/以上$/, ''));
  if (direction !== null || from)
    return { direction: direction ?? 'higher', target, unit, operatorImplied: false };
  // A bare figure reads "exactly"; money that is a cost reads "at most".
  return {
    direction: kind === 'cost' && unit !== '%' ? 'lower' : 'equal',
    target,
    unit,
    operatorImplied: true,
  };
}

const UNITS: Readonly<Record<string, string>> = { 百分比: '%', 万: '万元', M: '米' };
const unitOf = (text: string): string | null => (text === '' ? null : (UNITS[text] ?? text));

export type ActualReading = {
  readonly actual: string;
  readonly changed: 'unit-split' | 'operator-dropped' | 'tier' | null;
};

const REACHED = /^(达成预期指标|达成预期目标|达成|完成|已完成)$/;

/** The plain value in an actual cell, where it is in the target's unit; null where a person must say. */
export function readActual(cell: string, { direction, target, unit }: TargetReading): ActualReading | null {
  const text = joined(cell);
  if (direction === 'qualitative')
    return REACHED.test(text) || text === target ? { actual: '达成', changed: 'tier' } : null;
  const hasOperator = LEAST.test(text) || MOST.test(text) || EXACTLY.test(text);
  const value = NUMBER.exec(text.replace(LEAST, '').replace(MOST, '').replace(EXACTLY, ''));
  if (value === null) return null;
  const [, digits = '', after = ''] = value;
  const actualUnit = unitOf(after);
  if (actualUnit !== null && actualUnit !== unit) return null;
  const changed = hasOperator ? 'operator-dropped' : actualUnit === null ? null : 'unit-split';
  return { actual: digits.replaceAll(',', ''), changed };
}

export function kindOf(level1: string, level2: string | null): string {
  const words = `${level1} ${level2 ?? ''}`;
  const found =
    KINDS.find(([pattern]) => pattern.test(level2 ?? '')) ?? KINDS.find(([pattern]) => pattern.test(words));
  return found?.[1] ?? 'quantity';
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/满意/, 'satisfaction'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|进度/, 'timeliness'],
  [/成本/, 'cost'],
  [/经济/, 'economic'],
  [/社会/, 'social'],
  [/生态/, 'ecological'],
  [/可持续/, 'sustained'],
  [/决策/, 'decision'],
  [/管理|过程/, 'process'],
];

/** An amount and its unit as printed; a unit inside the cell (250万, 20万元) goes before the form's own. */
export function readAmount(cell: string, formUnit: '元' | '万元'): { amount: string; unit: '元' | '万元' } {
  const match = /^(\d[\d,]*(?:\.\d+)?)\s*(万元?|元)?$/.exec(cell.trim());
  if (match === null) throw new RangeError(`not an amount: ${cell}`);
  const [, amount = '', unit] = match;
  return { amount, unit: unit === undefined ? formUnit : unit === '元' ? '元' : '万元' };
}
