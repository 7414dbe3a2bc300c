import { type Fen, formatYuan, sumFen } from '@quancheng/kernel';
import { askThreshold, isProvisional } from '@quancheng/rulebook';
import type { LibraryRequest } from '../../core/aggregate.ts';
import { type Check, type Given, present, seen, seenUnless } from './check.ts';

/** 不重复交叉: the paper against what else is asked for, by its own word and in the project library. */
export const libraryChecks = {
  /** Two requests for one thing, each below the amount that asks for a goal, together at or above it. */
  SPLITTING: (given) => {
    const { relatedRequests: related = [] } = given.form;
    const together = reachesTogether(given, present(related.map(({ requestedFen }) => requestedFen)));
    return seenUnless(
      together === null,
      'relatedRequests',
      `同一事项分开申报，合计 ${formatYuan(together ?? 0n)} 元已达到设立目标的标准`,
      `requested in parts; together ${formatYuan(together ?? 0n)} yuan, which asks for a goal`,
    );
  },
  LOWERED_BELOW_THRESHOLD: (given) => {
    const { requestedFen } = given.form;
    const lowered = requestedFen !== undefined && given.year.everRequired && !isRequired(given, requestedFen);
    return seenUnless(
      !lowered,
      'requestedFen',
      '前次申报达到标准，本次降到标准以下',
      'the earlier request asked for a goal, this one is just below',
    );
  },
  SPLIT_IN_LIBRARY: (given) => {
    const declared = (given.form.relatedRequests ?? []).map(({ projectId }) => projectId);
    const parts = ofThisYear(given).filter(
      (other) =>
        other.unit === given.year.identity.unit &&
        isLike(given, other) &&
        !declared.includes(other.projectId),
    );
    const together = reachesTogether(
      given,
      present(parts.map(({ requestedFen }) => requestedFen ?? undefined)),
    );
    return seenUnless(
      together === null,
      'requestedFen',
      `与项目库中 ${numbers(parts)} 名称相近，合计 ${formatYuan(together ?? 0n)} 元已达到设立目标的标准`,
      `named like ${numbers(parts)} in the library; together ${formatYuan(together ?? 0n)} yuan, which asks for a goal`,
    );
  },
  LIKE_PROJECT: (given) => {
    const like = ofThisYear(given).filter((other) => isLike(given, other));
    return seenUnless(
      like.length === 0,
      'content',
      `与项目库中 ${numbers(like)} 名称相近，须说明没有重复安排`,
      `named like ${numbers(like)} in the library: say why it is not funded twice`,
    );
  },
  SAME_POLICY_NUMBER: (given) => {
    const others = ofThisYear(given).filter(({ unit }) => unit === given.year.identity.unit);
    return (given.form.policyBasis ?? []).flatMap(({ number }, index) => {
      const same = others.filter(
        ({ policyNumbers }) => number !== undefined && policyNumbers.includes(number),
      );
      return same.length === 0
        ? []
        : [
            seen(
              `policyBasis.${index}.number`,
              `本单位的 ${numbers(same)} 依据同一文号，须说明没有重复安排`,
              `${numbers(same)} of the same unit rests on the same paper: say why it is not funded twice`,
            ),
          ];
    });
  },
  EARLIER_PROBLEMS_BLANK: ({ form: { earlierProblems }, year: { identity }, world }) => {
    const earlier = world.library.some(
      ({ projectId, fiscalYear }) => projectId === identity.projectId && fiscalYear < identity.fiscalYear,
    );
    return seenUnless(
      !earlier || earlierProblems !== undefined,
      'earlierProblems',
      '以前年度已有本项目，没有写发现问题的整改情况',
      'the project ran in an earlier year; what was found then is not answered',
    );
  },
} satisfies Record<string, Check>;

const ofThisYear = ({ year: { identity }, world }: Given): LibraryRequest[] =>
  world.library.filter(
    ({ projectId, fiscalYear }) => projectId !== identity.projectId && fiscalYear === identity.fiscalYear,
  );

const numbers = (requests: readonly LibraryRequest[]): string =>
  requests.map(({ projectId }) => projectId).join('、');

function isRequired({ year, world }: Given, amount: Fen): boolean {
  const threshold = askThreshold(world.rules, year.identity.nature, amount, world.happenedOn);
  return !isProvisional(threshold) && threshold.required;
}

/** What the parts come to with the paper's own request, where only together they ask for a goal. */
function reachesTogether(given: Given, others: readonly Fen[]): Fen | null {
  const { requestedFen } = given.form;
  if (requestedFen === undefined || others.length === 0 || isRequired(given, requestedFen)) return null;
  const together = requestedFen + sumFen(others);
  return isRequired(given, together) ? together : null;
}

const isLike = ({ year }: Given, { projectName }: LibraryRequest): boolean =>
  isLikeName(year.identity.projectName, projectName);

/** Names of one thing in parts, lots or years: 污水工程（一期） and 2014年污水工程二期 are alike. */
export function isLikeName(one: string, other: string): boolean {
  const [a, b] = [coreOf(one), coreOf(other)];
  return a !== '' && b !== '' && (a === b || a.includes(b) || b.includes(a));
}

const PART =
  /[（(][^（()）]*[)）]|第?[\d０-９一二三四五六七八九十]+(?:年度?|期|批次?|标段?|阶段)|[\d０-９]+|[\s\p{P}]/gu;
const coreOf = (name: string): string => name.replaceAll(PART, '');
