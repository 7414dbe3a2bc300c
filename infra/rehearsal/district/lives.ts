import type { Json } from '@quancheng/kernel';
import type { Order } from '../story/step.ts';
import { type Dated, on } from './dated.ts';
import { declaring } from './declaring.ts';
import * as paper from './orders.ts';
import {
  KEY_WORK,
  SEASON_2013,
  SEASON_EARLY,
  SEASON_ESTABLISHED,
  SEASON_KEY,
  SEASON_WORKS,
  SEASON_YEARLY,
  type Season,
  type Use,
} from './seasons.ts';
import { running } from './running.ts';
import { isApproved, type Turn, yearIdOf } from './turns.ts';
import type { Completion } from './ways.ts';

/** Everything that is done for one project-year, from its first paper to the last. */
export function lifeOf(turn: Turn): readonly Dated[] {
  if (turn.year === 2013) return [on('2013-09-05T09', '接管', paper.takeOver(turn)), ...evaluated(turn)];
  if (turn.year === 2015 || !isApproved(turn.ways.declaring)) return declaring(turn);
  return [...declaring(turn), ...running(turn), ...evaluated(turn)];
}

const NOT_EVALUATED: readonly Completion[] = ['never-reported', 'standing-still', 'terminated', 'next-year'];

function seasonOf({ year, member, ways }: Turn): Season | null {
  if (year === 2013) return SEASON_2013;
  if (ways.evaluation === 'key' || ways.evaluation === 'commissioned') return SEASON_KEY;
  if (member.nature === 'recurrent') return SEASON_YEARLY;
  if (NOT_EVALUATED.includes(ways.completion)) return null;
  if (ways.completion === 'early') return SEASON_EARLY;
  return ways.completion === 'established' ? SEASON_ESTABLISHED : SEASON_WORKS;
}

function evaluated(turn: Turn): readonly Dated[] {
  const season = seasonOf(turn);
  if (season === null || turn.ways.evaluation === 'never') return [];
  const [papers, use] = judged(turn, season);
  return [...papers, ...used(turn, use)];
}

function judged(turn: Turn, season: Season): readonly [readonly Dated[], Use] {
  const { submit, submitLate, decide, decideLate, check, again, acceptAgain, use, useAgain, useLate } =
    season;
  const handedIn = on(submit, '自评', paper.evaluateSelf(turn));
  const accepted = on(acceptAgain, '采用', paper.acceptSelf(turn));
  switch (turn.ways.evaluation) {
    case 'late':
      return [
        [on(submitLate, '自评', paper.evaluateSelf(turn)), on(decideLate, '采用', paper.acceptSelf(turn))],
        useLate,
      ];
    case 'returned':
      return [
        [
          handedIn,
          on(decide, '退回', paper.returnSelf(turn)),
          on(again, '自评', paper.evaluateSelf(turn)),
          accepted,
        ],
        useAgain,
      ];
    case 'checked':
    case 'regraded':
      return [
        [handedIn, on(decide, '抽检', paper.draw(turn)), on(check, '复核', paper.check(turn))],
        turn.year === 2013 ? useAgain : use,
      ];
    case 'reopened':
      return [
        [
          handedIn,
          on(decide, '抽检', paper.draw(turn)),
          on(check, '复核', paper.check(turn)),
          on(again, '自评', paper.evaluateAgain(turn)),
          accepted,
        ],
        useAgain,
      ];
    case 'key':
    case 'commissioned':
      return [
        [
          on(KEY_WORK.prepare, '布置', paper.prepareKey(turn)),
          ...(turn.ways.evaluation === 'key'
            ? []
            : [on(KEY_WORK.commission, '委托', paper.commission(turn))]),
          handedIn,
          on(KEY_WORK.report, '报告', paper.reportKey(turn)),
        ],
        use,
      ];
    default:
      return [[handedIn, on(decide, '采用', paper.acceptSelf(turn))], use];
  }
}

/** Five duties side by side. What a person decides here depends on the result, so the file is asked for it. */
function used(turn: Turn, use: Use): readonly Dated[] {
  const { clue, disclosure } = turn.ways;
  const missed = (data: Data): boolean => (data.missedGoals as readonly Json[]).length > 0;
  const listed = (data: Data) => data.problems as unknown as readonly { id: string }[];
  return [
    on(use.confirm, '确认', paper.confirmResult(turn)),
    on(use.circulate, '通报', paper.circulate(turn)),
    on(use.acknowledge, '签收', paper.acknowledge(turn)),
    ...(disclosure === 'undecided' ? [] : [on(use.disclose, '公开', paper.disclose(turn))]),
    on(
      use.clues,
      '核实',
      after(turn, 'ResultReceived', (data) => (missed(data) ? paper.verifyClue(turn) : null)),
    ),
    on(
      use.link,
      '挂钩',
      after(turn, 'ResultReceived', (data) =>
        paper.decideLink(turn, data.proposal as unknown as paper.Proposed),
      ),
    ),
    ...(clue === 'closed' || clue === 'case'
      ? [
          on(
            use.decideClues,
            '问责',
            after(turn, 'ResultReceived', (data) => (missed(data) ? paper.decideClue(turn) : null)),
          ),
        ]
      : []),
    on(
      use.answers,
      '整改',
      after(turn, 'ResultCirculated', (data) =>
        listed(data).length > 0 ? paper.answerProblems(turn, listed(data)) : null,
      ),
    ),
    on(
      use.close,
      '确认整改',
      after(turn, 'ResultCirculated', (data) =>
        listed(data).length > 0 ? paper.confirmAnswers(turn) : null,
      ),
    ),
  ];
}

type Data = { readonly [key: string]: Json };

/** An order that follows from a fact of the project-year. The fact never changes, so neither does the order. */
const after =
  (turn: Turn, type: string, orderOf: (data: Data) => Order | null): Dated['order'] =>
  async (files) => {
    const fact = (await files.facts('project-years', yearIdOf(turn))).find((one) => one.type === type);
    return fact === undefined ? null : orderOf(fact.data);
  };
