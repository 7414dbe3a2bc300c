import { type Decimal, exact } from '@quancheng/kernel';
import { askClassWeights, isProvisional, WEIGHT_CLASSES, type WeightClass } from '@quancheng/rulebook';
import { INDICATOR_KINDS } from '../../indicator.ts';
import { decimalOf, type FormFacts, type LineFacts } from '../facts.ts';
import { type FormFinding, finding, rowsInWords } from '../finding.ts';
import { kindOfLevels } from '../kind.ts';
import type { FormRules } from '../rules.ts';
import type { FormResult } from '../score.ts';

const at = (code: string, where: string, zh: string, en: string): FormFinding => finding(code, where, zh, en);

/** The classes of the form: their weights, which of them are there, and whether it is a local template. */
export function classFindings({ facts, rules }: FormResult): FormFinding[] {
  return [
    ...localTemplate(facts),
    ...noWeights(facts),
    ...emptyClasses(facts),
    ...classPoints(facts),
    ...againstRule(facts, rules),
  ];
}

const isLocal = ({ class: of }: LineFacts): boolean => of === 'decision' || of === 'process';

function localTemplate({ lines }: FormFacts): FormFinding[] {
  const local = lines.filter(isLocal);
  const byGoal = lines.some(({ printed }) => decimalOf(/(\d+)\s*分/.exec(printed.goal ?? '')?.[1]) !== null);
  const deducted = local.filter(({ target, score }) => target === null && score !== null);
  return [
    ...(local.length > 0 || byGoal
      ? [
          at(
            'LOCAL_RULE',
            'layout',
            '地方模板：分类或分值与统一格式不同，属于规则数据',
            'a local template: its classes or points are policy data',
          ),
        ]
      : []),
    ...(deducted.length > 0
      ? [
          at(
            'DEDUCTION_RULE',
            rowsInWords(deducted.map(({ row }) => row)),
            '没有目标值的行按扣分规则打分',
            'rows without targets are scored by deduction',
          ),
        ]
      : []),
  ];
}

function noWeights({ lines }: FormFacts): FormFinding[] {
  const rows = lines.filter(({ isEmpty, notApplicable }) => !isEmpty && !notApplicable);
  return rows.length > 0 && rows.every(({ weight }) => weight === null)
    ? [
        at(
          'NO_WEIGHTS',
          'all',
          '没有分值，只能导入结果，不能计分',
          'no weights: imported as results only, not scored',
        ),
      ]
    : [];
}

/** A declaration says of every class either a target or why there is none. */
function emptyClasses({ lines, isSelfEvaluation, isWhole }: FormFacts): FormFinding[] {
  if (isSelfEvaluation || !isWhole || lines.length === 0) return [];
  const said = lines
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ printed }) => kindOfLevels(printed.level1, printed.level2));
  const missing = INDICATOR_KINDS.filter(({ value }) => !said.includes(value)).map(({ label }) => label.zh);
  return missing.length === 0
    ? []
    : [
        at(
          'EMPTY_CLASSES',
          missing.join('/'),
          `没有${missing.join('、')}指标，请说明原因或注明不适用`,
          `no indicators of ${missing.join(', ')}: say why, or that they do not apply`,
        ),
      ];
}

/** The points in a class's own heading, 产出指标(50分), against the weights of its rows. */
function classPoints({ lines, isWhole }: FormFacts): FormFinding[] {
  const groups = [...Map.groupBy(lines, ({ printed }) => printed.level1 ?? '')];
  const complete = isWhole ? groups : groups.slice(0, -1);
  return complete.flatMap(([heading, rows]) => {
    const printed = decimalOf(/[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]/.exec(heading)?.[1]);
    const sum = rows.reduce<Decimal>((all, { weight }) => all.plus(weight ?? 0), exact('0'));
    if (printed === null || sum.isZero() || sum.eq(printed)) return [];
    return [
      at(
        'CLASS_POINTS_NE_ROWS',
        'weights',
        `“${heading}”各行分值合计${sum}`,
        `the rows of "${heading}" sum to ${sum}`,
      ),
    ];
  });
}

/** Weights by class against those of the rule, on a whole form that sums to the full score without local classes. */
function againstRule({ lines, total, isWhole }: FormFacts, { rules, on }: FormRules): FormFinding[] {
  const sum = (of: WeightClass) =>
    of === 'execution'
      ? (total?.weight ?? exact('0'))
      : lines
          .filter((line) => line.class === of)
          .reduce((all, { weight }) => all.plus(weight ?? 0), exact('0'));
  const weights = Object.fromEntries(WEIGHT_CLASSES.map((of) => [of, sum(of).toFixed()]));
  const all = WEIGHT_CLASSES.reduce((points, of) => points.plus(sum(of)), exact('0'));
  if (!isWhole || !all.eq(100) || lines.some(isLocal)) return [];
  const given = {
    costApplies: !sum('cost').isZero(),
    satisfactionApplies: !sum('satisfaction').isZero(),
    weights,
  };
  const answered = askClassWeights(rules, given, on);
  if (isProvisional(answered) || answered.findings.length === 0) return [];
  const [zh, en] = [
    answered.findings.map((words) => words.zh).join('；'),
    answered.findings.map((words) => words.en).join('; '),
  ];
  const ownExecution = weights.execution !== answered.weights?.execution;
  return [
    at('CLASS_WEIGHT_NONSTANDARD', 'weights', zh, en),
    ...(ownExecution
      ? [
          at(
            'LOCAL_RULE',
            'layout',
            `执行率占${weights.execution}分，属于地方规则`,
            `execution weighs ${weights.execution}: a local rule`,
          ),
        ]
      : []),
  ];
}
