import type { Address, Bureau, Paper } from './bureau.ts';
import { yearFile } from './bureau.ts';
import {
  declaration,
  evaluationObject,
  type Found,
  online,
  reviewSheet,
  selfEvaluation,
  yuan,
} from './papers.ts';

/** The common way of a project-year and of an evaluation, so that a spec begins where its own matter begins. */

export interface Plan {
  readonly id: string;
  readonly year?: number;
  readonly nature?: 'new' | 'recurrent';
  readonly term?: 'one-off' | 'phased' | 'continuing';
  readonly unit?: string;
  readonly requested?: string;
  readonly control?: string;
  /** Instead of the usual declaration. */
  readonly form?: Paper;
  /** More members of the register. */
  readonly project?: Paper;
}

const WAY = [
  'draft',
  'declared',
  'department-reviewed',
  'finance-reviewed',
  'controlled',
  'resubmitted',
  'approved',
] as const;
export type Reached = (typeof WAY)[number];

const REQUESTED = '600000.00';
const CONTROL = '500000.00';
const file = ({ id, year = 2014 }: Plan): Address => yearFile(id, year);
const unitOf = ({ unit = '201001' }: Plan) => unit;
const head = (plan: Plan) => ['unit-head', unitOf(plan)] as const;
const clerk = (plan: Plan) => ['unit-clerk', unitOf(plan)] as const;
const departmentOf = (plan: Plan): string => unitOf(plan).slice(0, 3);

/** All of them registered, and their year brought to a stage by the usual papers. Answers with the files. */
export async function yearsAt(bureau: Bureau, stage: Reached, plans: readonly Plan[]): Promise<Address[]> {
  const each = (step: (plan: Plan) => Promise<unknown>) => someAtOnce(plans, step);
  await each((plan) => register(bureau, plan));
  await bureau.settle();
  const way = WAY.slice(1, WAY.indexOf(stage) + 1) as Exclude<Reached, 'draft'>[];
  for (const next of way) {
    if (next === 'approved') {
      // The budget year must have heard of the declarations before it can approve them.
      await bureau.settle();
      await approve(bureau, plans);
      await bureau.settle();
    } else await each((plan) => STEPS[next](bureau, plan));
  }
  return plans.map(file);
}

const AT_ONCE = 6;

async function someAtOnce(plans: readonly Plan[], step: (plan: Plan) => Promise<unknown>): Promise<void> {
  const left = [...plans];
  const work = async () => {
    for (let plan = left.shift(); plan !== undefined; plan = left.shift()) await step(plan);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

export async function aYearAt(
  bureau: Bureau,
  stage: Reached,
  id: string,
  more: Omit<Plan, 'id'> = {},
): Promise<Address> {
  const [only] = await yearsAt(bureau, stage, [{ id, ...more }]);
  return only as Address;
}

export const aDraftYear = (bureau: Bureau, id: string, more?: Omit<Plan, 'id'>) =>
  aYearAt(bureau, 'draft', id, more);
export const anApprovedYear = (bureau: Bureau, id: string, more?: Omit<Plan, 'id'>) =>
  aYearAt(bureau, 'approved', id, more);

export async function register(bureau: Bureau, plan: Plan): Promise<void> {
  const { id, year = 2014, nature = 'new', term = nature === 'new' ? 'one-off' : 'continuing' } = plan;
  await bureau.does(clerk(plan), `projects/${id}`, 'register', {
    name: `项目${id}`,
    nature,
    term,
    field: '三农',
    plannedStart: `${year}-01-01`,
    ...(nature === 'new' && term !== 'continuing' ? { plannedEnd: `${year}-11-30` } : {}),
    totalFen: { amount: '2760', unit: '万元' },
    ...plan.project,
  });
  await bureau.does(clerk(plan), `projects/${id}`, 'open-year', { fiscalYear: year });
}

export const declare = (bureau: Bureau, plan: Plan, more: Paper = {}) =>
  bureau.does(head(plan), file(plan), 'declare', {
    form: plan.form ?? declaration(plan.requested ?? REQUESTED),
    signature: online,
    ...more,
  });

const STEPS: Record<
  Exclude<Reached, 'draft' | 'approved'>,
  (bureau: Bureau, plan: Plan) => Promise<unknown>
> = {
  declared: (bureau, plan) => declare(bureau, plan),
  'department-reviewed': (bureau, plan) =>
    bureau.does(['department', departmentOf(plan), departmentOf(plan)], file(plan), 'review-as-department', {
      verdict: 'pass',
      opinion: '同意上报',
    }),
  async 'finance-reviewed'(bureau, plan) {
    await bureau.does('finance-business', file(plan), 'review-money', {
      recommendedFen: yuan(plan.control ?? CONTROL),
      opinion: '核减管理费',
    });
    if (hasGoal(plan)) await bureau.does('finance-performance', file(plan), 'review-goal', reviewSheet());
  },
  controlled: (bureau, plan) =>
    bureau.does('finance-business', file(plan), 'issue-control-figure', {
      controlFen: yuan(plan.control ?? CONTROL),
    }),
  resubmitted: (bureau, plan) =>
    bureau.does(head(plan), file(plan), 'resubmit', {
      requestedFen: yuan(plan.control ?? CONTROL),
      ...(hasGoal(plan) ? { goalRevision: { unchangedReason: '通过招标降价，目标不变' } } : {}),
      signature: online,
    }),
};

const hasGoal = ({ form }: Plan): boolean => form === undefined || form.goalAnnual !== '';

/** One batch a department. */
async function approve(bureau: Bureau, plans: readonly Plan[]): Promise<void> {
  const groups = Map.groupBy(plans, (plan) => `${plan.year ?? 2014} ${departmentOf(plan)}`);
  for (const [key, group] of groups) {
    const [year, department] = key.split(' ') as [string, string];
    await bureau.does('finance-business', `budget-years/${year}`, 'approve-batch', {
      batch: `B-${group[0]?.id}`,
      department,
      paperNo: `镇财预〔2014〕${group[0]?.id}号`,
      approvedOn: bureau.today,
      items: group.map((plan) => ({
        projectYearId: file(plan).slice('project-years/'.length),
        approvedFen: yuan(plan.control ?? CONTROL),
      })),
    });
  }
}

/** A self-evaluation asked for on this day, for whichever object. */
export async function startEvaluation(
  bureau: Bureau,
  id: string,
  more: { object?: Paper; completedOn?: string } = {},
): Promise<Address> {
  const evaluation: Address = `evaluations/${id}`;
  await bureau.does('finance-performance', evaluation, 'start-self-evaluation', {
    object: evaluationObject(id, more.object),
    completedOn: more.completedOn ?? bureau.today,
    proof: { kind: 'acceptance', paper: '竣工验收证书' },
  });
  return evaluation;
}

export const submitEvaluation = (bureau: Bureau, evaluation: Address, found: Found = {}) =>
  bureau.does('unit-head', evaluation, 'submit-self-evaluation', {
    form: selfEvaluation(found),
    signature: online,
  });

/** A result that finance has confirmed, told to the project-years it judges. */
export async function aConfirmedResult(
  bureau: Bureau,
  id: string,
  { of, found, object }: { of: readonly Address[]; found?: Found; object?: Paper },
): Promise<Address> {
  const projectYears = of.map((year) => year.slice('project-years/'.length));
  const evaluation = await startEvaluation(bureau, id, { object: { projectYears, ...object } });
  await submitEvaluation(bureau, evaluation, found);
  await confirmResult(bureau, evaluation);
  return evaluation;
}

/** From a submitted self-evaluation, not drawn, to the confirmed result. */
export async function confirmResult(bureau: Bureau, evaluation: Address): Promise<void> {
  await bureau.does('finance-performance', evaluation, 'accept-without-check', { basis: '未抽中' });
  await bureau.does('section-chief', evaluation, 'confirm-result', { opinion: '同意' });
  await bureau.settle();
}

/** The duties of a result that no goal was missed in: told, acknowledged, linked, published. */
export async function useResult(
  bureau: Bureau,
  year: Address,
  link: Paper = { action: 'priority' },
): Promise<void> {
  await bureau.does('finance-performance', year, 'circulate-result', {});
  await bureau.does('department', year, 'acknowledge-notice', {});
  await bureau.does('finance-business', year, 'decide-budget-link', link);
  await bureau.does('finance-performance', year, 'decide-disclosure', {
    decision: 'publish',
    url: 'https://www.example.gov.cn/jx/1',
  });
}
