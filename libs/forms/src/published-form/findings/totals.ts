import { type Decimal, exact } from '@quancheng/kernel';
import { decimalOf, type FormFacts } from '../facts.ts';
import { type FormFinding, finding, rowsInWords } from '../finding.ts';
import { type FormResult, gradeOf } from '../score.ts';

const at = (code: string, zh: string, en: string): FormFinding => finding(code, 'total', zh, en);

/** Printed total and grade against the rows and the rule. Sums prove nothing of a form that is not whole. */
export function totalFindings(result: FormResult): FormFinding[] {
  const { facts } = result;
  if (!facts.isSelfEvaluation) return [];
  return [
    ...(facts.isWhole ? [...sumFindings(facts), ...weightSum(facts)] : []),
    ...byRule(result),
    ...merged(facts),
  ];
}

const sumOf = (values: readonly (Decimal | null)[]): Decimal =>
  values.reduce<Decimal>((sum, value) => sum.plus(value ?? 0), exact('0'));

function sumFindings({ form, lines, total }: FormFacts): FormFinding[] {
  const printed = decimalOf(form.total?.score);
  if (printed === null) return [];
  const sum = sumOf([
    total?.score ?? null,
    ...lines.filter(({ partOf }) => partOf === null).map(({ score }) => score),
  ]);
  const weights = sumOf([total?.weight ?? null, ...lines.map(({ weight }) => weight)]);
  if (sum.eq(printed))
    return [at('TOTAL_EQ_SUM', `各行得分合计${sum}，与总分一致`, `the rows sum to ${sum}, as printed`)];
  const differs = at(
    'TOTAL_NE_SUM',
    `各行得分合计${sum}，表上总分${printed}`,
    `the rows sum to ${sum}, ${printed} is printed`,
  );
  const reachable = weights.isZero() || printed.lte(weights);
  return reachable
    ? [differs]
    : [
        differs,
        at(
          'TOTAL_UNREACHABLE',
          `总分${printed}，各行分值合计只有${weights}`,
          `a total of ${printed} from weights of ${weights}`,
        ),
      ];
}

function weightSum({ lines, total }: FormFacts): FormFinding[] {
  if (!lines.some(({ weight }) => weight !== null)) return [];
  const sum = sumOf([total?.weight ?? null, ...lines.map(({ weight }) => weight)]);
  return sum.eq(100)
    ? []
    : [
        at(
          'WEIGHT_SUM_NE_100',
          `分值含预算执行率合计为${sum}，应为100`,
          `the weights with execution sum to ${sum}, not 100`,
        ),
      ];
}

function byRule({ facts, rules, total, grade }: FormResult): FormFinding[] {
  const printed = decimalOf(facts.form.total?.score);
  const found: FormFinding[] = [];
  if (total !== null && printed !== null && !printed.eq(total))
    found.push(
      at(
        'TOTAL_NE_RULE',
        `按规则总分${total}，表上为${printed}`,
        `the rule gives ${total}, ${printed} is printed`,
      ),
    );
  // Where the rule has no total, the grade must at least be that of the total beside it.
  const due = grade ?? (printed === null ? null : gradeOf(rules, printed.toFixed()));
  const said = facts.form.grade?.trim() ?? null;
  if (due !== null && said !== null && said.charAt(0) !== due.charAt(0)) found.push(otherGrade(due, said));
  return found;
}

const otherGrade = (due: string, said: string): FormFinding =>
  at('GRADE_NE_RULE', `按规则为“${due}”，表上为“${said}”`, `the rule grades it ${due}, ${said} is printed`);

/** One score cell over several rows: the first row shows the points of all, the others none. */
function merged({ lines }: FormFacts): FormFinding[] {
  const scored = lines.filter(
    ({ partOf, isEmpty, weight }) => partOf === null && !isEmpty && weight !== null,
  );
  const heads = scored.filter(({ score, weight }, index) => {
    const next = scored[index + 1];
    return (
      score !== null &&
      weight !== null &&
      score.gt(weight) &&
      next !== undefined &&
      next.score === null &&
      next.printed.actual !== null
    );
  });
  return heads.length === 0
    ? []
    : [
        finding(
          'MERGED_SCORE',
          rowsInWords(heads.map(({ row }) => row)),
          '几行共用一个得分格，不得逐行复制',
          'several rows share one score cell: it is not copied to each',
        ),
      ];
}
