import type { Json } from '@quancheng/kernel';
import { chief, NIL_RETURN, performance, yuan } from '../cast.ts';
import { type Order, type Step, step } from '../story/step.ts';
import { divisionOf } from '../rehearse.ts';
import { inParallel } from '../runner.ts';
import { prepare } from '../story/prepare.ts';
import { timeline } from '../timeline.ts';
import { type Dated, on } from './dated.ts';
import { foundDirectory } from './directory.ts';
import { lifeOf } from './lives.ts';
import { policyLives } from './policies.ts';
import { evaluationIdOf, isApproved, type Turn, turns, yearIdOf } from './turns.ts';
import { DISTRICT_DEPARTMENTS } from './units.ts';

/** The small cast's year with a whole district beside it: the same windows, rounds and plan, many more projects. */
export function districtTimeline(seed: number): readonly Step[] {
  const all = turns(seed);
  const dated = [
    ...foundDirectory(divisionOf(seed)),
    ...all.flatMap(lifeOf),
    ...batches(all),
    ...plan(all),
    ...policyLives(seed),
  ];
  return merged(timeline.map(noticed), stepsOf(dated));
}

/** The district's units and people alone, written down before the year's first day of work. */
export const directoryTimeline = (division: string): readonly Step[] => stepsOf(foundDirectory(division));

const stepsOf = (dated: readonly Dated[]): readonly Step[] =>
  [...Map.groupBy(dated, ({ at }) => at)].map(([at, orders]) => stepOf(at, orders));

const DEPARTMENTS = DISTRICT_DEPARTMENTS.map(({ code }) => code);

/** The notices of both years go to every department of the district. */
function noticed(one: Step): Step {
  if (one.id === 'prepare-2014') return { ...one, orders: prepare('2014', [...DEPARTMENTS, NIL_RETURN]) };
  return one.id === 'prepare-2015' ? { ...one, orders: prepare('2015', DEPARTMENTS) } : one;
}

/** By the hour; at the same hour the small cast's step comes first, since it opens windows and sends rounds for all. */
const merged = (small: readonly Step[], district: readonly Step[]): readonly Step[] =>
  [...small, ...district].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));

function stepOf(at: string, dated: readonly Dated[]): Step {
  const says = [...Map.groupBy(dated, (one) => one.says)]
    .map(([what, of]) => `${what} ${of.length}`)
    .join('、');
  return step(at, `district-${at}`, says, async (files) => {
    const orders = await inParallel(dated, async ({ order }) =>
      typeof order === 'function' ? await order(files) : order,
    );
    return orders.filter((order) => order !== null);
  });
}

const BATCHES = [
  {
    year: 2014,
    at: '2014-02-24T09',
    approvedOn: '2014-02-24',
    round: 'B',
    of: (turn: Turn) => turn.ways.declaring !== 'reworked-mid-year',
  },
  {
    year: 2014,
    at: '2014-07-04T09',
    approvedOn: '2014-07-04',
    round: 'C',
    of: (turn: Turn) => turn.ways.declaring === 'reworked-mid-year',
  },
  { year: 2015, at: '2015-02-26T11', approvedOn: '2015-02-26', round: 'B', of: () => true },
] as const;

/** Goals and money of a department together; what was reworked in mid-year has a batch of its own. */
function batches(all: readonly Turn[]): Dated[] {
  return BATCHES.flatMap(({ year, at, approvedOn, round, of }) => {
    const ready = all.filter((turn) => turn.year === year && isApproved(turn.ways.declaring) && of(turn));
    return [...Map.groupBy(ready, ({ member }) => member.department)].map(([department, items]) =>
      on(at, '批复', batch({ year, department, round, approvedOn }, items)),
    );
  });
}

function batch(
  {
    year,
    department,
    round,
    approvedOn,
  }: { year: number; department: string; round: string; approvedOn: string },
  items: readonly Turn[],
): Order {
  return {
    by: chief,
    to: ['budget-years', String(year), 'approve-batch'],
    about: `${department}${round}`,
    data: {
      batch: `${year}-${department}${round}`,
      department,
      paperNo: `镇财预〔${year}〕${department}${round}号`,
      approvedOn,
      items: items.map((turn) => ({ projectYearId: yearIdOf(turn), approvedFen: yuan(turn.controlFen) })),
    },
  };
}

/** What comes to the small cast's 18 projects, so that the plan of the year has 29. */
function plan(all: readonly Turn[]): Dated[] {
  const planned = all.filter(({ isPlanned }) => isPlanned);
  const order: Order = {
    by: performance,
    to: ['budget-years', '2014', 'adopt-evaluation-plan'],
    about: 'district',
    data: { paperNo: '镇财〔2014〕59号', items: planned.map(planItem) },
  };
  return [on('2014-12-08T09', '评价计划', order)];
}

function planItem(turn: Turn): Json {
  const { member, controlFen, ways } = turn;
  const { id, name, unit, department, nature, term, field } = member;
  return {
    evaluationId: evaluationIdOf(turn),
    road: 'finance-key',
    mode: ways.evaluation === 'commissioned' ? 'commissioned' : 'own',
    object: {
      kind: nature === 'recurrent' ? 'project-years' : 'completed-project',
      projectId: id,
      projectName: name,
      projectYears: [yearIdOf(turn)],
      unit,
      department,
      nature,
      term,
    },
    field,
    amountFen: yuan(controlFen),
    reason: '群众关注度高、社会影响面广',
  };
}
