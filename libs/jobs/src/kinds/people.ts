import { ROLES } from '@quancheng/domain';
import { dateOf, type FieldFault, type Json, streamIdOf, type Words } from '@quancheng/kernel';
import { halfWidth } from '@quancheng/sheets';
import type { Choice, Column } from '../columns.ts';
import type { Contact, Planned } from '../item.ts';
import type { ImportKind, PlanInput } from '../kind.ts';
import type { ReadRow } from '../rows.ts';
import { textIn, zerosLost } from './rows-twice.ts';
import { unitBook } from './directory-look.ts';

/** Other words in which bureaus write a post. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  'unit-clerk': ['经办人', '项目单位经办'],
  'unit-head': ['单位负责人', '一把手', '项目单位负责人'],
  department: ['部门审核', '主管部门审核'],
  'finance-business': ['业务科室', '财政业务科'],
  'finance-performance': ['绩效科'],
  treasury: ['国库'],
  'section-chief': ['科长'],
  administrator: ['管理员'],
};

const roles: readonly Choice[] = Object.entries(ROLES).map(([value, { zh }]) => ({
  value,
  words: [zh, ...(OTHER_WORDS[value] ?? [])],
}));

const columns: readonly Column[] = [
  {
    name: 'personId',
    title: '人员编号',
    aliases: ['person_id', '工号', '登录账号'],
    kind: 'code',
    required: true,
    help: '与统一登录一致的人员编号，不用姓名、证件号',
  },
  { name: 'name', title: '姓名', kind: 'line', help: '只存入人员表，不写入事项记录' },
  { name: 'email', title: '电子邮箱', aliases: ['邮箱', 'email'], kind: 'line', help: '接收通知' },
  { name: 'phone', title: '手机号', aliases: ['手机', '联系电话', '电话'], kind: 'line', help: '接收短信' },
  {
    name: 'role',
    title: '岗位',
    aliases: ['岗位类型', '角色'],
    kind: 'choice',
    required: true,
    choices: roles,
    help: '系统中的岗位',
  },
  { name: 'post', title: '岗位名称', aliases: ['职务'], kind: 'line', help: '本单位的称呼，不填同岗位' },
  {
    name: 'unit',
    title: '单位编码',
    aliases: ['agency_code', '预算单位编码', '单位代码'],
    kind: 'code',
    required: true,
    help: '任职单位，按文本填写；财政各科室填财政部门编码',
  },
  { name: 'from', title: '任职日期', aliases: ['起始日期'], kind: 'date', help: '不填为导入当日' },
  { name: 'until', title: '离任日期', aliases: ['截止日期'], kind: 'date', help: '在任的不填' },
];

/** People and their posts: ids into the directory's record, names and ways to reach them into the table that may be erased. */
export const importPeople: ImportKind = {
  title: { zh: '导入人员岗位', en: 'import of people and posts' },
  roles: ['administrator'],
  columns,
  plan: async (rows, input) => {
    const { look } = input;
    const units = await unitBook(look);
    const zeros = zerosLost(rows, 'unit', (unit) => units?.isKnown(unit) ?? false);
    const people = new Set(rows.flatMap((row) => textIn(row, 'personId') ?? []));
    const known = await look.contacts([...people]);
    const otherwise = reachedOtherwise(rows);
    return rows.map((row) =>
      postOf(
        row,
        input,
        known,
        [zeros.get(row.row), otherwise.get(row.row)].filter((one) => one !== undefined),
      ),
    );
  },
};

function postOf(
  row: ReadRow,
  { look }: PlanInput,
  known: ReadonlyMap<string, Contact>,
  found: readonly FieldFault[],
): Planned {
  const personId = textIn(row, 'personId') ?? '';
  const unit = textIn(row, 'unit') ?? '';
  const role = textIn(row, 'role') ?? '';
  const post = textIn(row, 'post');
  const until = row.values.until ?? null;
  const entry: Json = {
    personId,
    role,
    unit,
    ...(post === undefined ? {} : { post }),
    from: row.values.from ?? dateOf(look.now),
    until,
  };
  const contact = newContact(row, personId, known.get(personId));
  return {
    row: row.row,
    // A person by the id alone: what stays in the job for good names nobody.
    key: `${personId} ${role} ${unit}`,
    what: {
      zh: `授予 ${unit} 的岗位“${post ?? ROLES[role as keyof typeof ROLES]?.zh ?? role}”`,
      en: `post ${role} at ${unit}`,
    },
    stream: streamIdOf({ division: look.division, aggregate: 'directory', id: look.division }),
    piece: { type: 'GrantPosts', into: 'posts', entry },
    ...(contact === null ? {} : { contact }),
    titles: row.titles,
    faults: [...row.faults, ...contactFaults(row), ...found],
  };
}

/** What the list says of a person that the table of persons does not; null where there is nothing new. */
function newContact(row: ReadRow, personId: string, known: Contact | undefined): Contact | null {
  const given = { name: textIn(row, 'name'), email: mailIn(row), phone: phoneIn(row) };
  const isNew = (Object.keys(given) as (keyof typeof given)[]).some(
    (field) => given[field] !== undefined && given[field] !== known?.[field],
  );
  if (!isNew) return null;
  return { personId, name: given.name ?? null, email: given.email ?? null, phone: given.phone ?? null };
}

const mailIn = (row: ReadRow): string | undefined => narrow(row, 'email')?.toLowerCase();
const phoneIn = (row: ReadRow): string | undefined => narrow(row, 'phone')?.replace(/[-\s]/g, '');
const narrow = (row: ReadRow, column: string): string | undefined => {
  const text = textIn(row, column);
  return text === undefined ? undefined : halfWidth(text).trim();
};

/** The words name no address: what is wrong can be seen in the row. */
function contactFaults(row: ReadRow): FieldFault[] {
  const at = (column: string, code: string, because: Words): FieldFault => ({
    field: row.titles[column] ?? column,
    code,
    because,
  });
  const mail = mailIn(row);
  const phone = phoneIn(row);
  return [
    ...(mail === undefined || /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[a-z]{2,}$/.test(mail)
      ? []
      : [at('email', 'MAIL_SHAPE', { zh: '电子邮箱格式不对', en: 'this is no mail address' })]),
    ...(phone === undefined || /^\+?\d{7,15}$/.test(phone)
      ? []
      : [at('phone', 'PHONE_SHAPE', { zh: '手机号格式不对', en: 'this is no telephone number' })]),
  ];
}

/** One person in several rows is reached in one way. */
function reachedOtherwise(rows: readonly ReadRow[]): Map<number, FieldFault> {
  const first = new Map<string, { row: number; value: string }>();
  const faults = new Map<number, FieldFault>();
  for (const row of rows)
    for (const column of ['name', 'email', 'phone']) {
      const value = textIn(row, column);
      const person = textIn(row, 'personId');
      if (value === undefined || person === undefined) continue;
      const before = first.get(`${person} ${column}`);
      if (before === undefined) first.set(`${person} ${column}`, { row: row.row, value });
      else if (before.value !== value)
        faults.set(row.row, {
          field: row.titles[column] ?? column,
          code: 'OTHER_THAN_ABOVE',
          because: {
            zh: `与第 ${before.row} 行同一人员的填写不同`,
            en: `is other than in row ${before.row} of the same person`,
          },
        });
    }
  return faults;
}
