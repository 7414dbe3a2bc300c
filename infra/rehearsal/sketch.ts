import type { Json } from '@quancheng/kernel';
import type { Amount } from './cast.ts';
import { type Body, online } from './story/step.ts';

/** An invented project with every paper it hands in for a year. */
export interface InventedProject {
  readonly id: string;
  readonly unit: string;
  readonly register: Body;
  readonly requested: Amount;
  readonly control: Amount;
  readonly paid: Amount;
  declared(year: number, requested?: Amount): Body;
  readonly selfEvaluation: Body;
  /** What a key evaluation found, row by row. */
  readonly keyReport: Body;
}

export interface Indicator {
  readonly kind: string;
  readonly name: string;
  readonly direction: 'higher' | 'lower' | 'qualitative';
  readonly target: string;
  readonly unit?: string;
  readonly weight: string;
  /** What the unit reports at the end, and what finance finds. */
  readonly own: string;
  readonly found: string;
}

/** What is invented of a project; its papers follow from it. */
export interface Sketch {
  readonly id: string;
  readonly unit: string;
  readonly register: Body;
  readonly requested: Amount;
  readonly control: Amount;
  readonly paid: Amount;
  readonly goal: string;
  readonly need: string;
  readonly content: string;
  readonly paper: { readonly title: string; readonly number: string };
  readonly indicators: readonly Indicator[];
  readonly findings: readonly { readonly problem: string; readonly suggestion: string }[];
  readonly conclusion: string;
}

const MONEY_WEIGHT = '10';
/** From here on, a share of a goal in words counts as reached. */
const UPPER_TIER = 80;

export const wan = (amount: string): Amount => ({ amount, unit: '万元' });

export const row = (
  [kind, name]: readonly [string, string],
  [direction, target, unit]: readonly [Indicator['direction'], string, string?],
  weight: string,
  own: string,
  found = own,
): Indicator => ({
  kind,
  name,
  direction,
  target,
  ...(unit === undefined ? {} : { unit }),
  weight,
  own,
  found,
});

export function written(sketch: Sketch): InventedProject {
  const { id, unit, register, requested, control, paid } = sketch;
  return {
    id,
    unit,
    register,
    requested,
    control,
    paid,
    declared: (year, asked = requested) => declaration(sketch, year, asked),
    selfEvaluation: { form: ownReport(sketch), signature: online },
    keyReport: { form: keyReport(sketch) },
  };
}

function declaration(sketch: Sketch, year: number, requestedFen: Amount): Body {
  const { need, content, goal, paper } = sketch;
  const indicators = sketch.indicators.map(({ own: _o, found: _f, ...shown }, index) => ({
    row: String(index + 1),
    ...shown,
    source: '台账',
    method: '单位按月统计，年末由主管部门核对',
    scoring: '按完成比例计分',
  }));
  return {
    requestedFen,
    startOn: `${year}-01-01`,
    endOn: `${year}-12-31`,
    policyBasis: [paper],
    duties: '属于本单位职责',
    need,
    studies: [{ kind: 'feasibility', title: '可行性研究报告（演练虚构）' }],
    content,
    supportForm: '直接支出',
    lines: [
      {
        item: content,
        quantity: '1',
        unit: '项',
        priceFen: requestedFen,
        amountFen: requestedFen,
        economicClass: '310',
        basis: '演练虚构',
      },
    ],
    funding: [{ source: 'fiscal', amountFen: requestedFen }],
    goalAnnual: goal,
    indicators,
    executionWeight: MONEY_WEIGHT,
    responsiblePost: '项目科科长',
    assurance: '已明确责任科室，按月检查',
    risks: '工期和对象变化，已有预案',
  };
}

function ownReport(sketch: Sketch): Body {
  const missed = sketch.indicators.some((one) => !isMet(one, one.own));
  return {
    ...sheet(sketch, 'own'),
    goalExpected: sketch.goal,
    goalAchieved: `${sketch.content}，完成情况见各项指标`,
    problems: missed ? '部分指标没有达到年初目标' : '后续管护有待加强',
    measures: missed ? '逐项查明原因，下年补足' : '明确管护单位和经费',
  };
}

function keyReport(sketch: Sketch): Body {
  return { ...sheet(sketch, 'found'), findings: [...sketch.findings], conclusion: sketch.conclusion };
}

function sheet({ indicators, control, paid }: Sketch, column: 'own' | 'found'): Body {
  const lines = indicators.map((one, index): Json => {
    const { own, found: _f, ...shown } = one;
    const actual = column === 'own' ? own : one.found;
    const reason = isMet(one, actual) ? {} : { reason: '实际工作量少于计划' };
    return { row: String(index + 1), ...shown, actual, ...reason };
  });
  return {
    indicators: lines,
    fullYearBudgetFen: control,
    executedFen: paid,
    executionWeight: MONEY_WEIGHT,
  };
}

function isMet({ direction, target }: Indicator, actual: string): boolean {
  if (direction === 'qualitative') return actual === '达成' || Number(actual) >= UPPER_TIER;
  return direction === 'higher' ? Number(actual) >= Number(target) : Number(actual) <= Number(target);
}
