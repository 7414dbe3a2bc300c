import { exact } from '@quancheng/kernel';
import { isBlankCell } from '../cell.ts';
import type { LineFacts } from '../facts.ts';
import { atRow, type RowFinding } from '../finding.ts';
import { isNumeric } from '../../target-value/index.ts';
import { budgetFenOf, type FormResult } from '../score.ts';

const VAGUE = /显著|明显|有效|持续|不断|进一步|逐步|较好|良好|提高|提升|改善|增强|保障|加强|优化/;
const ODD_GLYPH = /[≧≦⩾⩽═﹦〓≮≯]/;

/** What the target and actual cells of a row show, whatever it scores. */
export function valueFindings(line: LineFacts, result: FormResult): RowFinding[] {
  return [...targetFindings(line, result), ...actualFindings(line, result)];
}

function targetFindings(line: LineFacts, result: FormResult): RowFinding[] {
  const { row, printed, target } = line;
  if (target === null || line.notApplicable) return [];
  const found: RowFinding[] = [];
  const add = (code: string, zh: string, en: string) => found.push(atRow(row, code, zh, en));
  if (ODD_GLYPH.test(printed.target ?? ''))
    add(
      'OPERATOR_GLYPH',
      '比较符用了异形字符，已按≥、≤、＝读',
      'an unusual glyph for the operator, read as ≥, ≤ or =',
    );
  if (/\d(?:>=|<=|>|<)\d/.test(target.text))
    add('RUN_TOGETHER', '几格的内容连在了一起', 'several cells run together');
  if (isOddUnit(printed.target ?? ''))
    add('UNIT_ODD', `单位写法不规范，读作“${target.unit}”`, `an odd unit, read as ${target.unit}`);
  if (target.implied_operator === true)
    add('NO_OPERATOR', '没有写比较符，请按建议确认', 'no operator: confirm the one suggested');
  if (isNumeric(target) && target.unit === null && target.kind === 'number')
    add('UNIT_MISSING', '目标值没有单位', 'the target has no unit');
  if (target.kind === 'placeholder' && line.weight === null)
    add('PLACEHOLDER_LEFT', '目标值是模板的提示文字', 'the target is a hint of the template');
  if (target.kind === 'unreadable' && line.weight === null)
    add(
      'TARGET_UNREADABLE',
      `目标值“${target.text}”：${target.unreadable?.zh}`,
      `target "${target.text}": ${target.unreadable?.en}`,
    );
  if (target.kind === 'qualitative' && VAGUE.test(target.text))
    add('VAGUE', '目标值空泛，应写明达到的状态和依据', 'vague: say what state is reached and how it is seen');
  if (isNumeric(target) && Number(target.value) === 0)
    add('TARGET_ZERO', '目标值为0，只有0才算达到', 'a target of 0 is met only by 0');
  if (isOddDirection(line))
    add(
      'DIRECTION_ODD',
      `数量指标写作“${target.text}”，越少越好是否有误`,
      `"${target.text}" for an output: is fewer better?`,
    );
  if (isInput(line, result))
    add(
      'INPUT_AS_OUTPUT',
      '把投入的资金当作产出，执行率重复计算',
      'money put in is no output: execution is counted twice',
    );
  return found;
}

const isOddUnit = (text: string): boolean => /百分比|\d\s*[mM](?![a-zA-Z\d²³])|\d\s*[万亿]\s*$/.test(text);

/** At most so many of what is to be produced: only for money, time and shares does that make sense. */
function isOddDirection({ target, level2, name }: LineFacts): boolean {
  const less = target?.operator === '<=' || target?.operator === '<';
  return (
    less &&
    target?.kind === 'number' &&
    target.unit !== null &&
    /^数量/.test(level2) &&
    !/不良|事故|投诉|缺陷|差错|超/.test(name)
  );
}

function isInput({ target, level2, name, class: of }: LineFacts, { facts }: FormResult): boolean {
  if (of !== 'output' || target?.kind !== 'money' || /成本|时效/.test(level2)) return false;
  const budget = budgetFenOf(facts);
  return (
    /资金|经费|投资|金额|预算|支付|支出/.test(name) ||
    (budget !== null && target.value !== null && sameAmount(target.value, budget))
  );
}

const sameAmount = (value: string, fen: bigint): boolean =>
  [exact('100'), exact('1000000')].some((size) => exact(value).times(size).eq(exact(fen)));

function actualFindings(line: LineFacts, { facts }: FormResult): RowFinding[] {
  const { row, actual, target, printed, score, weight } = line;
  if (!facts.isSelfEvaluation || line.notApplicable || line.partOf !== null || isLocal(line)) return [];
  const found: RowFinding[] = [];
  const add = (code: string, zh: string, en: string) => found.push(atRow(row, code, zh, en));
  if (/^\s*0\s*$/.test(printed.reason ?? ''))
    add('REASON_ZERO', '原因栏填的是0，按未填处理', 'the reason cell holds 0: it counts as blank');
  if (printed.review_score !== null)
    add(
      'TWO_SCORES',
      '自评分和复核分并列，两个都保留',
      'self-score and reviewed score side by side: both are kept',
    );
  if (target === null) {
    if (score !== null || weight !== null) found.push(...withoutTarget(line));
    return found;
  }
  if (isBlankCell(printed.actual)) found.push(blankActual(line));
  if (actual?.kind === 'tier' && !isNumeric(target))
    add(
      'QUALITATIVE_ACTUAL',
      `完成值是档次用语，读作“${actual.value}”`,
      `the actual is a tier word, read as ${actual.value}`,
    );
  return found;
}

const isLocal = ({ class: of }: LineFacts): boolean => of === 'decision' || of === 'process';

function blankActual({ row, score, weight }: LineFacts): RowFinding {
  return score !== null && weight !== null && score.gte(weight)
    ? atRow(row, 'BLANK_ACTUAL_FULL_SCORE', '没有完成值却得满分', 'full marks without an actual')
    : atRow(
        row,
        'BLANK_ACTUAL',
        '实际完成值未填，不能计分，也不是0',
        'the actual is not filled in: neither scored nor 0',
      );
}

/** A scored row whose target stands in its name, or nowhere. */
function withoutTarget(line: LineFacts): RowFinding[] {
  const { row, name, actual } = line;
  const [figure] = /(?:≥|≤|>|<|＝|=)?\d[\d,.]*\s*(?:%|％|‰|[\p{Script=Han}]{1,3})?$/u.exec(name) ?? [];
  const place =
    figure === undefined
      ? atRow(row, 'TARGET_MISSING', '没有目标值', 'no target')
      : atRow(
          row,
          'TARGET_IN_NAME',
          `目标值写在名称里（${figure}），应填入目标值栏`,
          `the target stands in the name (${figure})`,
        );
  return actual === null ? [place, blankActual(line)] : [place];
}
