import type { ProjectState, ProjectYearState } from '@quancheng/domain';
import {
  type FieldFault,
  isRefusal,
  type Json,
  parseStreamId,
  yearOf,
  type PlainDate,
} from '@quancheng/kernel';
import type { Column } from '../columns.ts';
import type { Look, Planned } from '../item.ts';
import type { ImportKind } from '../kind.ts';
import type { ReadRow } from '../rows.ts';
import { AGENCY_CODE, FISCAL_YEAR, PRO_CODE } from './columns-of-projects.ts';
import { textIn, twice } from './rows-twice.ts';

const columns: readonly Column[] = [
  PRO_CODE,
  AGENCY_CODE,
  {
    name: 'paymentNo',
    title: '支付单号',
    aliases: ['支付凭证号', '支付编号', 'pay_cert_no', 'payment_no'],
    kind: 'code',
    required: true,
    help: '国库支付凭证号，按文本填写，全区唯一',
  },
  {
    name: 'paidOn',
    title: '支付日期',
    aliases: ['pay_date', '付款日期'],
    kind: 'date',
    required: true,
    help: '如 2014-04-22',
  },
  {
    name: 'amountFen',
    title: '支付金额（元）',
    aliases: ['支付金额（万元）', '金额（元）', 'pay_amt（元）'],
    kind: 'money',
    required: true,
    help: '表头写明元或万元；退款另行登记',
  },
  { ...FISCAL_YEAR, help: '不填时按支付日期' },
];

/** The treasury's payments: spending is never typed. What is on record already is left; what differs from it is named. */
export const importPayments: ImportKind = {
  title: { zh: '导入国库支付', en: "import of the treasury's payments" },
  roles: ['treasury'],
  columns,
  plan: async (rows, { look }) => {
    const repeated = twice(rows, 'paymentNo', 'PAYMENT_TWICE');
    return await Promise.all(rows.map((row) => paymentOf(row, look, repeated.get(row.row))));
  },
};

async function paymentOf(row: ReadRow, look: Look, repeated: FieldFault | undefined): Promise<Planned> {
  const { values, titles } = row;
  const paymentNo = textIn(row, 'paymentNo') ?? '';
  const projectId = textIn(row, 'projectId') ?? '';
  const paidOn = values.paidOn as PlainDate | undefined;
  const fiscalYear = values.fiscalYear ?? (paidOn === undefined ? null : yearOf(paidOn));
  const id = `${projectId}-${String(fiscalYear)}`;
  const faults = [...row.faults, ...(repeated === undefined ? [] : [repeated])];
  if (faults.length === 0) faults.push(...(await placeFaults(row, look, { projectId, fiscalYear })));
  const stream = `${look.division}/project-year/${id}`;
  const entry: Json = { paymentNo, paidOn: paidOn ?? null, amountFen: values.amountFen ?? null };
  return {
    row: row.row,
    key: paymentNo,
    what: { zh: `支付 ${paymentNo}（${id}）`, en: `payment ${paymentNo} (${id})` },
    stream: faults.length > 0 || isRefusal(parseStreamId(stream)) ? null : stream,
    piece: { type: 'RecordPayments', into: 'payments', entry },
    titles,
    faults,
  };
}

async function placeFaults(
  row: ReadRow,
  look: Look,
  { projectId, fiscalYear }: { projectId: string; fiscalYear: Json },
): Promise<FieldFault[]> {
  const at = (column: string, code: string, zh: string, en: string): FieldFault[] => [
    { field: row.titles[column] ?? column, code, because: { zh, en } },
  ];
  const paidOn = textIn(row, 'paidOn') as PlainDate;
  if (yearOf(paidOn) !== fiscalYear)
    return at(
      'paidOn',
      'PAID_OUTSIDE_THE_YEAR',
      `支付日期不在 ${String(fiscalYear)} 年度内`,
      `the day is not within ${String(fiscalYear)}`,
    );
  const project = await stateAt<ProjectState>(look, 'project', projectId);
  if (project === null || project.stage === 'none')
    return at(
      'projectId',
      'PROJECT_UNKNOWN',
      `项目库中没有 ${projectId}`,
      `the library has no project ${projectId}`,
    );
  const year = await stateAt<ProjectYearState>(look, 'project-year', `${projectId}-${String(fiscalYear)}`);
  if (year === null || year.stage === 'none')
    return at(
      'projectId',
      'YEAR_NOT_OPENED',
      `项目没有 ${String(fiscalYear)} 年度`,
      `the project has no year ${String(fiscalYear)}`,
    );
  const unit = textIn(row, 'unit') ?? '';
  if (unit !== year.identity.unit)
    return at(
      'unit',
      'AGENCY_MISMATCH',
      `项目单位为 ${year.identity.unit}，与 ${unit} 不符`,
      `the project is of unit ${year.identity.unit}, not ${unit}`,
    );
  return [];
}

async function stateAt<S>(look: Look, aggregate: string, id: string): Promise<S | null> {
  const stream = `${look.division}/${aggregate}/${id}`;
  return isRefusal(parseStreamId(stream)) ? null : ((await look.state(stream)) as S);
}
