import { type Fen, sumFen } from '@quancheng/kernel';
import { fen, players } from '../cast.ts';
import { type Indicator, type InventedProject, type Sketch, wan, written } from '../sketch.ts';
import { spread } from '../weights.ts';
import { type Chance, chanceOf, deal } from './chance.ts';
import { type Member, members, type Year } from './members.ts';
import { indicatorsOf, paidPercent, type Shape } from './sheet.ts';
import {
  type Change,
  type Clue,
  type Completion,
  type Control,
  type Declaring,
  type Disclosure,
  type Evaluation,
  type Grade,
  type LastPayment,
  type Leftover,
  type Link,
  SHARES,
  type Tracking,
} from './ways.ts';

export interface Ways {
  readonly declaring: Declaring;
  readonly control: Control;
  readonly change: Change;
  readonly tracking: Tracking;
  readonly completion: Completion;
  readonly evaluation: Evaluation;
  readonly grade: Grade;
  readonly link: Link;
  readonly clue: Clue;
  readonly disclosure: Disclosure;
  readonly leftover: Leftover;
  readonly lastPayment: LastPayment;
}

/** One year of one generated project, with its amounts, its papers and the way it goes. All amounts are invented. */
export interface Turn {
  readonly member: Member;
  readonly year: Year;
  readonly requestedFen: Fen;
  readonly controlFen: Fen;
  /** What it is asked to be adjusted to in the year; the control figure where nothing is asked. */
  readonly askedFen: Fen;
  readonly approvedFen: Fen;
  readonly paidFen: Fen;
  readonly hasGoal: boolean;
  readonly isPlanned: boolean;
  readonly ways: Ways;
  readonly indicators: readonly Indicator[];
  readonly papers: InventedProject;
}

/** The plan of the year's evaluations has 29 projects with a little below 800 million yuan: these come to the small cast's 18. */
const PLANNED = { recurrent: 6, works: 5 };
const PLAN_TOTAL = fen({ amount: '79650', unit: '万元' });
const COMMISSIONED = 4;

const WAN = 10_000_00n;
/** In 万元. Below the amounts from which a goal must be set, and above them. */
const AMOUNTS = {
  recurrent: { withoutGoal: [80, 470], withGoal: [510, 2_400] },
  'one-off': { withoutGoal: [12, 48], withGoal: [60, 1_800] },
  phased: { withoutGoal: [20, 48], withGoal: [400, 2_500] },
} as const;
const WITHOUT_GOAL = { recurrent: 16, new: 9 };

export const yearIdOf = ({ member, year }: Pick<Turn, 'member' | 'year'>): string => `${member.id}-${year}`;
export const evaluationIdOf = ({ member, year }: Pick<Turn, 'member' | 'year'>): string =>
  member.nature === 'recurrent' ? `E-${member.id}-${year}` : `E-${member.id}-completion`;

/** The whole generated district: every project-year of a seed. */
export function turns(seed: number): readonly Turn[] {
  const chance = chanceOf(seed);
  const all = members(chance);
  const planned = plannedAmong(all, chance);
  const small = withoutGoal(all, planned, chance);
  const dealt = deals(all, planned, small, chance);
  return all.flatMap((member) => {
    const amountWan = amountOf(member, small.has(member), chance);
    return member.years.map((year): Turn => {
      const ways = dealt(member, year);
      return turnOf({ member, year, ways, wanOfYear: grown(amountWan, year, chance), planned }, chance);
    });
  });
}

function plannedAmong(all: readonly Member[], chance: Chance): ReadonlyMap<Member, Fen> {
  const drawn = (nature: Member['nature'], term: Member['term'], count: number) =>
    chance
      .shuffled(all.filter((one) => one.nature === nature && one.term === term && one.years.includes(2014)))
      .slice(0, count);
  const chosen = [
    ...drawn('recurrent', 'continuing', PLANNED.recurrent),
    ...drawn('new', 'one-off', PLANNED.works),
  ];
  const known = sumFen(players.map(({ controlFen }) => controlFen));
  const restWan = (PLAN_TOTAL - known) / WAN;
  const parts = spread(
    restWan,
    chosen.map(() => BigInt(chance.whole(60, 140))),
  );
  return new Map(chosen.map((member, index) => [member, (parts[index] ?? 0n) * WAN]));
}

function withoutGoal(
  all: readonly Member[],
  planned: ReadonlyMap<Member, Fen>,
  chance: Chance,
): ReadonlySet<Member> {
  const of = (nature: Member['nature'], count: number) =>
    chance
      .shuffled(all.filter((one) => one.nature === nature && one.term !== 'phased' && !planned.has(one)))
      .slice(0, count);
  return new Set([...of('recurrent', WITHOUT_GOAL.recurrent), ...of('new', WITHOUT_GOAL.new)]);
}

function amountOf(member: Member, isSmall: boolean, chance: Chance): number {
  const kind = AMOUNTS[member.nature === 'recurrent' ? 'recurrent' : (member.term as 'one-off' | 'phased')];
  const [least, most] = kind[isSmall ? 'withoutGoal' : 'withGoal'];
  return chance.whole(least, most);
}

/** A recurrent request grows by some percent a year, and stays on its side of the threshold. */
const grown = (amountWan: number, year: Year, chance: Chance): bigint =>
  year === 2014
    ? BigInt(amountWan)
    : BigInt(Math.floor((amountWan * (1000 + (year - 2014) * chance.whole(0, 20))) / 1000));

interface Given {
  readonly member: Member;
  readonly year: Year;
  readonly ways: Ways;
  readonly wanOfYear: bigint;
  readonly planned: ReadonlyMap<Member, Fen>;
}

const CONTROL_PERCENT: Readonly<Record<Control, readonly [number, number]>> = {
  'as-asked': [100, 100],
  cut: [72, 94],
  'cut-by-more-than-half': [38, 46],
};
const ASKED_PERCENT: Readonly<Record<Change, bigint>> = {
  none: 100n,
  adjusted: 112n,
  transferred: 94n,
  refused: 130n,
};

const share = (amountFen: Fen, percent: bigint): Fen => ((amountFen * percent) / 100n / 100n) * 100n;

function turnOf({ member, year, ways, wanOfYear, planned }: Given, chance: Chance): Turn {
  const isPlanned = year === 2014 && planned.has(member);
  const requestedFen = isPlanned ? (planned.get(member) ?? 0n) : wanOfYear * WAN;
  const controlFen = share(requestedFen, BigInt(chance.whole(...CONTROL_PERCENT[ways.control])));
  const askedFen = share(controlFen, ASKED_PERCENT[ways.change]);
  const approvedFen = ways.change === 'refused' ? controlFen : askedFen;
  const { own, found } = shapesOf(ways);
  const paidFen = share(approvedFen, paidPercent(found, chance));
  const target = String(
    chance.whole(Math.max(member.work.quantity.least, 12), Math.max(member.work.quantity.most, 12)),
  );
  const indicators = indicatorsOf(member.work, target, { own, found }, chance);
  const hasGoal = year !== 2013 && requestedFen >= thresholdOf(member);
  const papers = written(sketchOf({ member, requestedFen, approvedFen, paidFen, indicators, target }));
  return {
    member,
    year,
    requestedFen,
    controlFen,
    askedFen,
    approvedFen,
    paidFen,
    hasGoal,
    isPlanned,
    ways,
    indicators,
    papers,
  };
}

const thresholdOf = ({ nature }: Member): Fen => (nature === 'recurrent' ? 500n : 50n) * WAN;

/** What the unit reports is a grade kinder than what a key evaluation finds; a spot check takes a tenth away. */
function shapesOf({ evaluation, grade }: Ways): { own: Shape; found: Shape } {
  if (evaluation === 'regraded' || evaluation === 'reopened')
    return { own: 'close-to-good', found: 'close-to-good' };
  if (evaluation !== 'key' && evaluation !== 'commissioned') return { own: grade, found: grade };
  const kinder: Readonly<Record<Grade, Grade>> = { 优秀: '优秀', 良好: '优秀', 合格: '良好', 不合格: '合格' };
  return { own: kinder[grade], found: grade };
}

interface Invented extends Pick<Turn, 'member' | 'requestedFen' | 'approvedFen' | 'paidFen' | 'indicators'> {
  readonly target: string;
}

function sketchOf({ member, requestedFen, approvedFen, paidFen, indicators, target }: Invented): Sketch {
  const { work } = member;
  return {
    id: member.id,
    unit: member.unit,
    register: registerOf(member, requestedFen),
    requested: amount(requestedFen),
    control: amount(approvedFen),
    paid: amount(paidFen),
    goal: `${work.quantity.name}${target}${work.quantity.unit}，${work.benefit.state}`,
    need: `${work.satisfied}反映集中，现有条件不能满足`,
    content: work.content,
    paper: { title: `${member.field}工作实施意见（演练虚构）`, number: `演练〔2013〕${member.unit}号` },
    indicators,
    findings: [{ problem: '部分基础资料不全', suggestion: '按月归集，年末核对' }],
    conclusion: '目标完成情况与绩效指标一致',
  };
}

const amount = (value: Fen) => wan(String(Number(value / 100n) / 10_000));

const ENDS: Readonly<Partial<Record<Member['term'], string>>> = {
  'one-off': '2014-11-30',
  phased: '2015-10-31',
};

function registerOf(member: Member, requestedFen: Fen): Sketch['register'] {
  const { name, nature, term, field, highConcern, years } = member;
  const recurrent = nature === 'recurrent';
  const firstYear = years[0] === 2015 ? 2015 : 2014;
  const end = firstYear === 2015 ? '2015-11-30' : (ENDS[term] ?? null);
  return {
    name,
    nature,
    term,
    field,
    highConcern,
    totalFen: recurrent ? null : amount(requestedFen * BigInt(years.length + (term === 'phased' ? 1 : 0))),
    plannedStart: recurrent ? `${years[0] === 2013 ? 2012 : 2014}-01-01` : `${firstYear}-01-01`,
    plannedEnd: recurrent ? null : end,
    people: [{ duty: 'unit-head', personId: `head-${member.unit}` }],
  };
}

type Deal<W extends string> = ReadonlyMap<Member, W>;

/** The ways of all years. What the plan of evaluations takes up goes straight; a small project has no goal to review. */
function deals(
  all: readonly Member[],
  planned: ReadonlyMap<Member, Fen>,
  small: ReadonlySet<Member>,
  chance: Chance,
) {
  const hasGoal = (one: Member) => !small.has(one);
  const free = all.filter((one) => !planned.has(one));
  const in2014 = free.filter(({ years }) => years.includes(2014));
  const recurrent = free.filter(({ nature, years }) => nature === 'recurrent' && years.includes(2013));
  const yearly = in2014.filter(({ nature }) => nature === 'recurrent');
  const works = in2014.filter(({ term }) => term === 'one-off');
  const declaring2014 = deal(chance, in2014.filter(hasGoal), SHARES.declaring2014);
  const approved = in2014.filter((one) => isApproved(declaring2014.get(one) ?? 'plain'));
  const plain = approved.filter((one) => declaring2014.get(one) !== 'reworked-mid-year');
  const control = deal(chance, plain.filter(hasGoal), SHARES.control);
  const uncut = plain.filter((one) => hasGoal(one) && control.get(one) === 'as-asked');
  const change = deal(chance, uncut, SHARES.change);
  const completion = deal(
    chance,
    works.filter((one) => plain.includes(one)),
    SHARES.completion,
  );
  const running = plain.filter((one) => !NOT_TRACKED.includes(completion.get(one) ?? 'in-time'));
  const tracking = deal(chance, running, SHARES.tracking);
  const commissioned = new Set(chance.shuffled([...planned.keys()]).slice(0, COMMISSIONED));
  const evaluation2014 = deal(
    chance,
    [...yearly.filter((one) => approved.includes(one)), ...works.filter((one) => running.includes(one))],
    SHARES.evaluation2014,
  );
  const of = <W extends string>(dealt: Deal<W>, member: Member, usual: W): W => dealt.get(member) ?? usual;
  const evaluation2013 = deal(chance, recurrent, SHARES.evaluation2013);
  const declaring2015 = deal(
    chance,
    free.filter((one) => hasGoal(one) && one.years.includes(2015)),
    SHARES.declaring2015,
  );
  const grades = {
    2013: deal(chance, recurrent, SHARES.grade2013),
    2014: deal(chance, [...planned.keys(), ...in2014], SHARES.grade2014),
  };
  const ofAll = {
    link: deal(chance, all, SHARES.link),
    clue: deal(chance, all, SHARES.clue),
    disclosure: deal(chance, all, SHARES.disclosure),
    leftover: deal(
      chance,
      yearly.filter((one) => isApproved(declaring2015.get(one) ?? 'plain')),
      SHARES.leftover,
    ),
    lastPayment: deal(chance, yearly, SHARES.lastPayment),
  };
  return (member: Member, year: Year): Ways => {
    const isPlanned = year === 2014 && planned.has(member);
    const is2014 = year === 2014;
    return {
      declaring:
        year === 2015
          ? of(declaring2015, member, 'plain')
          : is2014
            ? of(declaring2014, member, 'plain')
            : 'plain',
      control: is2014 ? of(control, member, 'as-asked') : 'as-asked',
      change: is2014 ? of(change, member, 'none') : 'none',
      tracking: is2014 ? of(tracking, member, 'on-track') : 'on-track',
      completion: member.term === 'phased' ? 'next-year' : of(completion, member, 'in-time'),
      evaluation: isPlanned
        ? commissioned.has(member)
          ? 'commissioned'
          : 'key'
        : of(year === 2013 ? evaluation2013 : evaluation2014, member, 'accepted'),
      grade: of(year === 2013 ? grades[2013] : grades[2014], member, '优秀'),
      link: of(ofAll.link, member, 'along'),
      clue: of(ofAll.clue, member, 'unfounded'),
      disclosure: of(ofAll.disclosure, member, 'publish'),
      leftover: is2014 ? of(ofAll.leftover, member, 'returned') : 'returned',
      lastPayment: is2014 ? of(ofAll.lastPayment, member, 'in-december') : 'in-december',
    };
  };
}

const NOT_TRACKED: readonly Completion[] = ['suspended', 'standing-still', 'terminated', 'early'];
const NOT_APPROVED: readonly Declaring[] = ['blocked', 'withdrawn'];
export const isApproved = (declaring: Declaring): boolean => !NOT_APPROVED.includes(declaring);
