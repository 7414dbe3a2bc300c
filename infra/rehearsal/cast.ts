import type { Role } from '@quancheng/domain';
import { type Fen, formatYuan, isRefusal, parseMoney } from '@quancheng/kernel';
import { bodiesOf } from './forms.ts';
import { namedProjects } from './named-projects.ts';
import { publishedForms } from './published-form.ts';
import type { InventedProject } from './sketch.ts';
import type { Body, Order } from './story/step.ts';

export type Amount = { readonly amount: string; readonly unit: '元' | '万元' };

/** A project of the rehearsal with every paper that it hands in for 2014. */
export interface Player {
  /** pro_code, and the id of its file. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly department: string;
  readonly nature: 'new' | 'recurrent';
  readonly term: string;
  readonly field: string;
  readonly register: Body;
  readonly declared: Body;
  readonly requestedFen: Fen;
  /** What is allowed at 一下; the request where nothing is cut. */
  readonly controlFen: Fen;
  /** What the treasury has paid by the end of the year. */
  readonly paidFen: Fen;
  readonly selfEvaluation: Body;
  /** The published paper as it stands, where a rule refuses it. */
  readonly printed: Body | null;
}

/** Where each published form is placed in the rehearsal's district. Codes and departments are invented. */
const PLACES: readonly (readonly [form: string, id: string, unit: string, refusedAsPrinted?: true])[] = [
  ['chizhou-tangxi-entrusted-2022', 'F01-chizhou', '209002', true],
  ['guangshui-rural-road-2021', 'F02-guangshui', '206001', true],
  ['huanggang-soil-monitoring-2020', 'F03-huanggang', '205001'],
  ['jinan-licheng-culture-hall-2019', 'F04-jinan', '207001', true],
  ['jinzhai-property-goal-2021', 'F05-jinzhai', '209001'],
  ['langfang-hvac-2019', 'F06-langfang', '202003', true],
  ['mingshan-forestry-2024', 'F07-mingshan', '201002'],
  ['qingshen-wages-2023', 'F08-qingshen', '208001', true],
  ['tianchang-flood-2022', 'F09-tianchang', '205002', true],
  ['xiangtan-mist-cannon-goal-2023', 'F10-xiangtan', '204002'],
  ['xiaoxian-hexi-subsidy-2023', 'F11-xiaoxian', '201002', true],
  ['yangquan-rural-road-goal-2021', 'F12-yangquan', '206002'],
  ['yongde-mingliang-school-meals-2022', 'F13-yongde', '202002', true],
  ['zhongjiang-reservoir-gauge-2022', 'F14-zhongjiang', '205001', true],
];

/** Whether its amounts were printed in a published paper. Those of every other project are invented. */
export const isPublished = (project: string): boolean => PLACES.some(([, id]) => id === project);

/** 2014's departments in charge; 210 has nothing to declare. */
export const DEPARTMENTS = ['201', '202', '203', '204', '205', '206', '207', '208', '209', '210'];
export const NIL_RETURN = '210';

/** Wages below the threshold of a recurrent project: declared without a goal, and evaluated all the same. */
const WITHOUT_GOAL = ['F08-qingshen'];

export const departmentOf = (unit: string): string => unit.slice(0, 3);

function published(): Player[] {
  const forms = new Map(publishedForms().map((form) => [form.id, form]));
  return PLACES.map(([formId, id, unit, refusedAsPrinted]) => {
    const form = forms.get(formId);
    if (form === undefined) throw new Error(`no published form ${formId}`);
    const bodies = bodiesOf(form, { fiscalYear: 2014 });
    const register = bodies.register as Body;
    const declared = (bodies.declare as { form: Body }).form;
    const requestedFen = fen(declared.requestedFen as Amount);
    const evaluated = (bodies.selfEvaluation as { form: Body }).form;
    return {
      id,
      name: bodies.projectName,
      unit,
      department: departmentOf(unit),
      nature: register.nature as Player['nature'],
      term: String(register.term),
      field: String(register.field),
      register,
      declared: WITHOUT_GOAL.includes(id) ? withoutGoal(declared) : declared,
      requestedFen,
      controlFen: requestedFen,
      paidFen: fen(evaluated.executedFen as Amount),
      selfEvaluation: bodies.selfEvaluation as Body,
      printed: refusedAsPrinted ? (bodies.selfEvaluationAsPrinted as Body) : null,
    };
  });
}

function withoutGoal({ goalAnnual: _g, indicators: _i, executionWeight: _e, ...money }: Body): Body {
  return money;
}

function named(project: InventedProject): Player {
  const { id, unit, register } = project;
  return {
    id,
    name: String(register.name),
    unit,
    department: departmentOf(unit),
    nature: register.nature as Player['nature'],
    term: String(register.term),
    field: String(register.field),
    register,
    declared: project.declared(2014),
    requestedFen: fen(project.requested),
    controlFen: fen(project.control),
    paidFen: fen(project.paid),
    selfEvaluation: project.selfEvaluation,
    printed: null,
  };
}

export const players: readonly Player[] = [...published(), ...namedProjects.map(named)];

export const player = (id: string): Player => {
  const found = players.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no player ${id}`);
  return found;
};

/** A project under way that the bureau found budgeted, without a goal. */
export const TAKEN_OVER = 'F07-mingshan';
/** The recurrent one whose year 2013 is taken over: in October 2014 three of its years are open at once. */
export const THREE_YEARS = 'N2-schools';

export const natives: readonly Player[] = players.filter(({ id }) => id !== TAKEN_OVER);
export const newIn2014: readonly Player[] = natives.filter(({ id }) => id !== THREE_YEARS);

export const yearId = ({ id }: Pick<Player, 'id'>, year = 2014): string => `${id}-${year}`;
/** A finished project is evaluated as a whole, a recurrent one for its year. */
export const evaluationId = ({ id, nature }: Pick<Player, 'id' | 'nature'>, year = 2014): string =>
  nature === 'recurrent' ? `E-${id}-${year}` : `E-${id}-completion`;

type By = Order['by'];
/** Whose clerk or head it is. */
type Owned = Pick<Player, 'unit' | 'department'>;
export const clerk = ({ unit, department }: Owned): By => ({ role: 'unit-clerk', unit, department });
export const head = ({ unit, department }: Owned): By => ({ role: 'unit-head', unit, department });
export const departmentStaff = (department: string): By => ({
  role: 'department',
  unit: department,
  department,
});
const inFinance = (role: Role): By => ({ role, unit: '101', department: '101' });
export const business = inFinance('finance-business');
export const performance = inFinance('finance-performance');
export const treasury = inFinance('treasury');
export const chief = inFinance('section-chief');
export const administrator = inFinance('administrator');
export const AGENCY = '802';
export const intermediary: By = { role: 'intermediary', unit: AGENCY, department: AGENCY };
export const expert: By = { role: 'expert', unit: '801', department: '801' };
export const auditor: By = { role: 'audit', unit: '703', department: '703' };

export function fen(amount: Amount): Fen {
  const value = parseMoney(amount);
  if (isRefusal(value)) throw new RangeError(value.because.en);
  return value;
}

export const yuan = (amountFen: Fen): Amount => ({ amount: formatYuan(amountFen), unit: '元' });
