import type { Json } from '@quancheng/kernel';
import {
  AGENCY,
  chief,
  evaluationId,
  expert,
  head,
  intermediary,
  performance,
  type Player,
  player,
  players,
  THREE_YEARS,
  yearId,
  yuan,
} from '../cast.ts';
import { namedProject } from '../named-projects.ts';
import type { Body, Order } from './step.ts';

const KEY = ['N1-sewage', 'N2-schools', 'N3-health', 'N4-dust'];
const COMMISSIONED = ['N1-sewage', 'N4-dust'];
const isKey = ({ id }: Player): boolean => KEY.includes(id);
const schools = player(THREE_YEARS);

/** Finished in summer 2014, evaluated in autumn. */
export const EARLY = ['F04-jinan', 'F11-xiaoxian', 'F14-zhongjiang'].map(player);
/** Evaluated by the units themselves in the first quarter of 2015. */
export const REST = players.filter((one) => !isKey(one) && !EARLY.includes(one));
export const KEY_PLAYERS = KEY.map(player);

const planItem = (one: Player, year = 2014): Json => ({
  evaluationId: evaluationId(one, year),
  road: isKey(one) ? 'finance-key' : 'self-with-spot-check',
  mode: year === 2014 && COMMISSIONED.includes(one.id) ? 'commissioned' : 'own',
  object: {
    kind: one.nature === 'recurrent' ? 'project-years' : 'completed-project',
    projectId: one.id,
    projectName: one.name,
    projectYears: [yearId(one, year)],
    unit: one.unit,
    department: one.department,
    nature: one.nature,
    term: one.term,
  },
  field: one.field,
  amountFen: yuan(one.controlFen),
  reason: isKey(one) ? '群众关注度高、社会影响面广' : '一般项目，单位自评、财政抽检',
});

const adopt = (paperNo: string, items: Json[], year = '2014'): readonly Order[] => [
  { by: performance, to: ['budget-years', year, 'adopt-evaluation-plan'], data: { paperNo, items } },
];

export const adoptPlan = () =>
  adopt(
    '镇财〔2014〕20号',
    players.filter((one) => !isKey(one)).map((one) => planItem(one)),
  );
/** The gap of its self-evaluation earns 2013 a key evaluation, in the plan of that year. */
export const adoptSupplement = () => adopt('镇财〔2014〕35号', [planItem(schools, 2013)], '2013');
export const adoptKeyPlan = () =>
  adopt(
    '镇财〔2014〕58号',
    KEY_PLAYERS.map((one) => planItem(one)),
  );

const submission = (one: Player, year = 2014): Order => ({
  by: head(one),
  to: ['evaluations', evaluationId(one, year), 'submit-self-evaluation'],
  data: one.selfEvaluation,
});

/** The published papers as they were printed are sent back: each breaks a rule of the form. */
const asPrinted = (projects: readonly Player[]): readonly Order[] =>
  projects.flatMap((one) =>
    one.printed === null ? [] : [{ ...submission(one), data: one.printed, refused: 'FORM_INVALID' }],
  );

const only = (id: string) => [player(id)];
export const submitEarlyAsPrinted = () => asPrinted(EARLY);
export const submitGauges = () => only('F14-zhongjiang').map((one) => submission(one));
export const submitHall = () => only('F04-jinan').map((one) => submission(one));
/** Due on a worked Sunday, 28 September; it comes eleven days late. */
export const submitSubsidy = () => only('F11-xiaoxian').map((one) => submission(one));

const yearly = REST.filter(({ nature }) => nature === 'recurrent');
export const submitYearlyAsPrinted = () => asPrinted(yearly);
export const submitYearly = () => yearly.map((one) => submission(one));
export const submitCannons = () => only('F10-xiangtan').map((one) => submission(one));
export const submitSilentAsPrinted = () => asPrinted(only('F01-chizhou'));
export const submitSilent = () => only('F01-chizhou').map((one) => submission(one));
export const submitNamed = () => KEY_PLAYERS.map((one) => submission(one));
export const submitSchools2013 = () => [submission(schools, 2013)];

const decide = (one: Player, command: string, data: Body, year = 2014): Order => ({
  by: performance,
  to: ['evaluations', evaluationId(one, year), command],
  data,
});
const draw = (one: Player, year = 2014) =>
  decide(one, 'draw-for-spot-check', { basis: '按部门分层抽取，清单先封存' }, year);
const accept = (one: Player) => decide(one, 'accept-without-check', { basis: '未抽中' });
/** Nothing to correct: what the unit reported was found so. */
const checked = (one: Player) =>
  decide(one, 'record-spot-check', { lines: [], opinion: '现场复核，与自评一致' });

export const drawSchools2013 = () => [draw(schools, 2013)];
/** 1,600 pupils fewer than reported: the gap goes beyond the limit, and the unit evaluates itself anew. */
export const checkSchools2013 = (): readonly Order[] => [
  decide(
    schools,
    'record-spot-check',
    {
      lines: [
        { row: '1', actual: '3300', reason: '学籍核验只有3300人' },
        { row: '2', actual: '80', reason: '部分对象不符合条件' },
      ],
      opinion: '人数与学籍不符',
    },
    2013,
  ),
];
export const submitSchools2013Again = (): readonly Order[] => {
  const { form, signature } = schools.selfEvaluation as { form: Body; signature: Body };
  const indicators = (form.indicators as Body[]).map((line) =>
    line.row === '1' ? { ...line, actual: '3900', reason: '按学籍核验后更正' } : line,
  );
  const told = { problems: '补助人数按学籍更正', measures: '学年初统一核验学籍' };
  return [{ ...submission(schools, 2013), data: { form: { ...form, ...told, indicators }, signature } }];
};

const DRAWN_EARLY = 'F14-zhongjiang';
const DRAWN_LATE = ['F05-jinzhai', 'F09-tianchang'];
export const drawEarly = () => EARLY.map((one) => (one.id === DRAWN_EARLY ? draw(one) : accept(one)));
export const checkEarly = () => [checked(player(DRAWN_EARLY))];
export const drawRest = () => REST.map((one) => (DRAWN_LATE.includes(one.id) ? draw(one) : accept(one)));
export const checkRest = () => DRAWN_LATE.map((id) => checked(player(id)));

const prepared = (one: Player, year: number) =>
  decide(
    one,
    'prepare-key-evaluation',
    { workPlan: '查阅资料、现场核查、问卷', experts: ['demo-expert'] },
    year,
  );
export const prepareSchools2013 = () => [prepared(schools, 2013)];
export const prepareKey = () => KEY_PLAYERS.map((one) => prepared(one, 2014));
export const commission = () =>
  COMMISSIONED.map(player).map((one) =>
    decide(one, 'commission', {
      agency: AGENCY,
      conflictStatement: '与被评价单位没有利益关系',
      servedUnitBefore: false,
      procurementRecord: `抽签记录（${one.id}）`,
      feeFen: { amount: '8', unit: '万元' },
    }),
  );

const report = (one: Player, by: Order['by'], year = 2014): Order => ({
  by,
  to: ['evaluations', evaluationId(one, year), 'submit-key-report'],
  data: namedProject(one.id).keyReport,
});
const writerOf = ({ id }: Player): Order['by'] =>
  COMMISSIONED.includes(id) ? intermediary : id === 'N3-health' ? expert : performance;
export const reportSchools2013 = () => [report(schools, performance, 2013)];
export const reportKey = () => KEY_PLAYERS.map((one) => report(one, writerOf(one)));

/** The chief wants to see the missing records before he signs. */
const RETURNED_REPORT = player('N3-health');
export const returnReport = (): readonly Order[] => [
  {
    ...decide(RETURNED_REPORT, 'return-key-report', { remarks: ['补充三期培训的考核记录核查情况'] }),
    by: chief,
  },
];
export const reportAgain = () => [report(RETURNED_REPORT, expert)];

const confirmed = (one: Player, year = 2014): Order => ({
  ...decide(one, 'confirm-result', { opinion: '同意' }, year),
  by: chief,
});
export const confirmSchools2013 = () => [confirmed(schools, 2013)];
export const confirmEarly = () => EARLY.map((one) => confirmed(one));
export const confirmKey = () => KEY_PLAYERS.map((one) => confirmed(one));
export const confirmRest = () => REST.map((one) => confirmed(one));
