import type { Json } from '@quancheng/kernel';
import {
  business,
  chief,
  departmentStaff,
  head,
  performance,
  type Player,
  player,
  THREE_YEARS,
  yearId,
} from '../cast.ts';
import { EARLY, KEY_PLAYERS, REST } from './evaluate.ts';
import { type Body, type Fact, type Files, online, type Order } from './step.ts';

/** A project-year whose result is in use. */
export interface Year {
  readonly player: Player;
  readonly year: number;
}

const of2014 = (one: Player): Year => ({ player: one, year: 2014 });
export const AUTUMN: readonly Year[] = [{ player: player(THREE_YEARS), year: 2013 }, ...EARLY.map(of2014)];
export const SPRING: readonly Year[] = [...KEY_PLAYERS, ...REST].map(of2014);

const order = ({ player: one, year }: Year, by: Order['by'], command: string, data: Body): Order => ({
  by,
  to: ['project-years', yearId(one, year), command],
  data,
});

const factOf = async (files: Files, { player: one, year }: Year, type: string): Promise<Fact | undefined> =>
  (await files.facts('project-years', yearId(one, year))).find((fact) => fact.type === type);

/** The orders of those years whose file holds such a fact. The fact never changes, so neither do the orders. */
const after =
  (years: readonly Year[], type: string, orderOf: (year: Year, data: Fact['data']) => Order | null) =>
  async (files: Files): Promise<readonly Order[]> => {
    const found = await Promise.all(
      years.map(async (year) => {
        const fact = await factOf(files, year, type);
        return fact === undefined ? null : orderOf(year, fact.data);
      }),
    );
    return found.filter((one) => one !== null);
  };

export const circulate = (years: readonly Year[]): readonly Order[] =>
  years.map((year) => order(year, performance, 'circulate-result', { problems: [] }));

export const acknowledge = (years: readonly Year[]): readonly Order[] =>
  years.map((year) =>
    order(year, departmentStaff(year.player.department), 'acknowledge-notice', {
      reply: '已转单位，列入考核',
    }),
  );

/** Finance decides against the proposal, and says why. */
const AGAINST = 'N3-health';
const SUCCESSOR: Readonly<Record<string, string>> = { 'N4-dust': '后海塘片区扬尘治理二期（演练虚构）' };

interface Proposed {
  readonly action: string;
  readonly cutPercent: string;
  readonly successorNeeded: boolean;
}

/** What follows for the next budget: as the rules propose, or otherwise with a reason. */
export const decideLinks = (years: readonly Year[]) =>
  after(years, 'ResultReceived', (year, data) =>
    order(year, business, 'decide-budget-link', linkOf(year.player.id, data.proposal as unknown as Proposed)),
  );

function linkOf(id: string, { action, cutPercent, successorNeeded }: Proposed): Body {
  if (id === AGAINST) {
    return { action: 'unchanged', reason: '基层全科医生缺口大，减人不减钱，改按考核合格人数结算' };
  }
  const successor = SUCCESSOR[id];
  if (successor !== undefined) return { action, cutPercent, successor };
  if (successorNeeded) return { action: 'no-next-budget', reason: '一次性项目已完成，没有后续预算' };
  return { action, cutPercent };
}

/** Pay slips are not for the public. */
const WITHHELD = 'F08-qingshen';

export const disclose = (years: readonly Year[]): readonly Order[] =>
  years.map((year) =>
    order(
      year,
      performance,
      'decide-disclosure',
      year.player.id === WITHHELD
        ? { decision: 'withhold', reason: '涉及个人工资信息' }
        : { decision: 'publish', url: `https://jx.example.com/${yearId(year.player, year.year)}` },
    ),
  );

/** A missed goal opens a clue. It holds where the work itself was not done. */
const FOUNDED: readonly string[] = ['N3-health', 'N4-dust'];
const missed = (data: Fact['data']): boolean => (data.missedGoals as Json[]).length > 0;

export const verifyClues = (years: readonly Year[]) =>
  after(years, 'ResultReceived', (year, data) => {
    if (!missed(data)) return null;
    const founded = FOUNDED.includes(year.player.id);
    const opinion = founded ? '未按计划实施，责任在单位' : '客观原因，单位已采取措施';
    return order(year, performance, 'verify-clue', { founded, opinion });
  });

export const decideClues = (): readonly Order[] => [
  order(of2014(player('N3-health')), chief, 'close-clue', { reason: '首次发生且已整改，约谈后了结' }),
  order(of2014(player('N4-dust')), chief, 'open-case', {
    summary: '支付与工程量不符，主要目标没有实现',
    measures: ['talk', 'circulate', 'take-back'],
    personProposals: [
      { personId: 'demo-unit-head', proposal: '建议有权机关核实责任', transferTo: 'supervision' },
    ],
  }),
];

interface Listed {
  readonly id: string;
}

/** Each problem of the notice is answered by the head of the unit. */
export const reportRectifications = (years: readonly Year[]) =>
  after(years, 'ResultCirculated', (year, data) => {
    const problems = data.problems as unknown as readonly Listed[];
    if (problems.length === 0) return null;
    const answers = problems.map(({ id }) => ({ problem: id, answer: '已查明原因，列入本年整改' }));
    return order(year, head(year.player), 'report-result-rectification', { answers, signature: online });
  });

export const confirmRectifications = (years: readonly Year[]) =>
  after(years, 'ResultCirculated', (year, data) =>
    (data.problems as Json[]).length === 0
      ? null
      : order(year, performance, 'confirm-result-rectification', { accepted: true, opinion: '整改到位' }),
  );
