import { exact, type Fen, formatYuan, isExactText, sumFen } from '@quancheng/kernel';
import { type GoalDeclaration, INDICATOR_KINDS, type Indicator } from '@quancheng/forms';
import { askThreshold, isProvisional } from '@quancheng/rulebook';
import type { World } from '../core/aggregate.ts';
import type { Finding } from './shapes.ts';
import type { OpenYear } from './state.ts';

type Given = {
  readonly form: GoalDeclaration;
  readonly year: OpenYear;
  readonly required: boolean;
  readonly world: World;
};

/**
 * What a machine can see of the 23 points when the paper arrives. Findings go with the submission to the reviewers; none
 * of them stops it, because the points are derived and the reviewers judge. Only what fails is named, by its point.
 */
export function machineFindings(given: Given): Finding[] {
  const { form } = given;
  const goal =
    form.goalAnnual === undefined ? [] : [...goalFindings(form, given.year), ...weightFindings(form)];
  return [
    ...basisFindings(form),
    ...splittingFindings(given),
    ...contentFindings(form, given.year),
    ...moneyFindings(form),
    ...goal,
    ...planFindings(form),
  ];
}

function basisFindings({ policyBasis = [], studies = [] }: GoalDeclaration): Finding[] {
  const numbered = policyBasis.some(({ number }) => number !== undefined);
  return [
    ...unless(
      numbered,
      finding(
        '1.1',
        'NO_POLICY_NUMBER',
        '没有写明依据文件的文号',
        'no paper with its document number is cited',
      ),
    ),
    ...unless(
      studies.length > 0,
      finding(
        '1.5',
        'NO_STUDY',
        '没有论证或集体决策材料',
        'no study, opinion or collective decision is on file',
      ),
    ),
  ];
}

/** Two requests for one thing, each below the amount that asks for a goal, together at or above it. */
function splittingFindings({ form, year, required, world }: Given): Finding[] {
  const related = form.relatedRequests ?? [];
  const lowered = year.everRequired && !required;
  const together = sumFen([form.requestedFen, ...related.map(({ requestedFen }) => requestedFen)]);
  const threshold = askThreshold(world.rules, year.identity.nature, together, world.happenedOn);
  const split = related.length > 0 && !required && !isProvisional(threshold) && threshold.required;
  return [
    ...unless(
      !split,
      finding(
        '1.4',
        'SPLITTING',
        `同一事项分开申报，合计 ${formatYuan(together)} 元已达到设立目标的标准`,
        `requested in parts; together ${formatYuan(together)} yuan, which asks for a goal`,
      ),
    ),
    ...unless(
      !lowered,
      finding(
        '1.4',
        'LOWERED_BELOW_THRESHOLD',
        '前次申报达到标准，本次降到标准以下',
        'the earlier request asked for a goal, this one is just below',
      ),
    ),
  ];
}

function contentFindings(form: GoalDeclaration, { identity }: OpenYear): Finding[] {
  const { startOn, endOn } = form;
  const dated = startOn !== undefined && endOn !== undefined && startOn <= endOn;
  const openEnded = identity.term === 'continuing' && startOn !== undefined;
  return unless(
    dated || openEnded,
    finding('2.3', 'DATES', '起止日期不全或先后颠倒', 'start and end are missing or reversed'),
  );
}

function moneyFindings({ lines, funding = [], requestedFen, totalFen }: GoalDeclaration): Finding[] {
  const total = sumFen(lines.map(({ amountFen }) => amountFen));
  const funded = sumFen(funding.map(({ amountFen }) => amountFen));
  const incomplete = lines.filter(({ quantity, unit, priceFen, economicClass }) =>
    [quantity, unit, priceFen, economicClass].includes(undefined),
  ).length;
  const odd = lines.filter(
    ({ quantity, priceFen, amountFen }) =>
      quantity !== undefined && priceFen !== undefined && !agrees(quantity, priceFen, amountFen),
  );
  const withoutBasis = lines.filter(({ basis }) => basis === undefined).length;
  return [
    ...unless(
      incomplete === 0,
      finding(
        '3.1',
        'LINES_INCOMPLETE',
        `${incomplete} 行明细缺数量、单位、单价或经济分类`,
        `${incomplete} line(s) lack quantity, unit, price or class`,
      ),
    ),
    ...unless(
      withoutBasis === 0,
      finding(
        '3.2',
        'NO_COST_BASIS',
        `${withoutBasis} 行没有测算依据`,
        `${withoutBasis} line(s) have no basis of cost`,
      ),
    ),
    ...unless(
      total === requestedFen,
      finding(
        '3.3',
        'LINES_NE_REQUEST',
        `明细合计 ${formatYuan(total)} 元，申报 ${formatYuan(requestedFen)} 元`,
        `the lines add up to ${formatYuan(total)}, the request is ${formatYuan(requestedFen)}`,
      ),
    ),
    ...odd.map(({ item }) =>
      finding(
        '3.3',
        'LINE_PRODUCT',
        `“${item}”数量×单价不等于金额`,
        `"${item}": quantity times price is not the amount`,
      ),
    ),
    ...unless(
      totalFen === undefined || totalFen >= requestedFen,
      finding(
        '3.3',
        'TOTAL_BELOW_YEAR',
        '项目总投资小于本年申报',
        "the total of all years is below this year's request",
      ),
    ),
    ...unless(
      funding.length === 0 || funded >= requestedFen,
      finding(
        '3.4',
        'FUNDING_SHORT',
        `资金来源合计 ${formatYuan(funded)} 元，不足申报数`,
        `the sources add up to ${formatYuan(funded)}, less than the request`,
      ),
    ),
  ];
}

const agrees = (quantity: string, priceFen: Fen, amountFen: Fen): boolean =>
  exact(quantity).times(exact(priceFen)).equals(exact(amountFen));

function goalFindings(form: GoalDeclaration, { identity }: OpenYear): Finding[] {
  const { goalAnnual = '', indicators = [], gaps = [], need, content } = form;
  const copied = [need, content, identity.projectName].includes(goalAnnual);
  const absent = missingKinds(indicators).filter((kind) => !gaps.some((gap) => gap.kind === kind));
  const words = INDICATOR_KINDS.filter(({ value }) => absent.includes(value)).map(({ label }) => label);
  const unsourced = indicators.filter(
    ({ source, method }) => source === undefined || method === undefined,
  ).length;
  const low = indicators.filter(isBelowPast);
  return [
    ...unless(
      !copied,
      finding(
        '4.1',
        'GOAL_SAYS_NOTHING',
        '年度目标照抄了项目名称、内容或必要性',
        'the goal repeats the name, the content or the need',
      ),
    ),
    ...unless(
      words.length === 0,
      finding(
        '4.2',
        'KINDS_MISSING',
        `未设且未说明：${words.map(({ zh }) => zh).join('、')}`,
        `neither set nor explained: ${words.map(({ en }) => en).join(', ')}`,
      ),
    ),
    ...unless(
      unsourced === 0,
      finding(
        '4.3',
        'NO_SOURCE',
        `${unsourced} 个指标没有数据来源或采集方法`,
        `${unsourced} indicator(s) have no source or method`,
      ),
    ),
    ...low.map(({ name }) =>
      finding('4.5', 'BELOW_PAST', `“${name}”的目标不如历史值`, `"${name}" aims lower than the past value`),
    ),
  ];
}

/** Each kind of output and satisfaction is asked for; of the benefits, one. */
function missingKinds(indicators: readonly Indicator[]): string[] {
  const present = new Set<string>(indicators.map(({ kind }) => kind));
  const benefits = INDICATOR_KINDS.filter((kind) => kind.class === 'benefit').map(({ value }) => value);
  const others = INDICATOR_KINDS.filter((kind) => kind.class !== 'benefit' && !present.has(kind.value)).map(
    ({ value }) => value,
  );
  return benefits.some((kind) => present.has(kind)) ? others : [...others, ...benefits];
}

function isBelowPast({ direction, target, baseline }: Indicator): boolean {
  if (baseline === undefined || !isExactText(baseline) || !isExactText(target)) return false;
  return (
    (direction === 'higher' && exact(target).lt(baseline)) ||
    (direction === 'lower' && exact(target).gt(baseline))
  );
}

function weightFindings({ indicators = [], executionWeight = '0' }: GoalDeclaration): Finding[] {
  const sum = indicators.reduce((total, { weight }) => total.plus(weight), exact(executionWeight));
  const unruled = indicators.filter(({ scoring }) => scoring === undefined).length;
  return [
    ...unless(
      sum.equals(100),
      finding('4.6', 'WEIGHTS_NE_100', `权重合计 ${sum}，应为100`, `the weights sum to ${sum}, not to 100`),
    ),
    ...unless(
      unruled === 0,
      finding(
        '4.6',
        'NO_SCORING_RULE',
        `${unruled} 个指标没有评分规则`,
        `${unruled} indicator(s) have no scoring rule`,
      ),
    ),
  ];
}

function planFindings({ milestones = [], responsiblePost, assurance, risks }: GoalDeclaration): Finding[] {
  return [
    ...unless(
      milestones.length > 0,
      finding('5.1', 'NO_MILESTONES', '没有分期进度计划', 'no dated milestones'),
    ),
    ...unless(
      responsiblePost !== undefined && assurance !== undefined,
      finding(
        '5.2',
        'NO_ASSURANCE',
        '责任岗位或保障措施没有填写',
        'no post responsible, or no organisation and rules',
      ),
    ),
    ...unless(risks !== undefined, finding('5.3', 'NO_RISKS', '没有写风险与应对', 'no risks and answers')),
  ];
}

const unless = (holds: boolean, one: Finding): Finding[] => (holds ? [] : [one]);
const finding = (point: string, code: string, zh: string, en: string): Finding => ({
  point,
  code,
  words: { zh, en },
});
