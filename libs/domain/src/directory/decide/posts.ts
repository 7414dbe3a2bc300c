import { lineSchema, strict, textSchema } from '@quancheng/forms';
import { type FieldFault, type PlainDate, type Refusal, refuse } from '@quancheng/kernel';
import { z } from 'zod';
import { ROLES, type Role } from '../../core/actor.ts';
import { plainDateSchema } from '../../core/legal-date.ts';
import { onField } from '../../core/refusals.ts';
import { holdersOn, unitOn } from '../queries.ts';
import { papers, personIdSchema, type Post, roleSchema, scopeSchema, unitCodeSchema } from '../shapes.ts';
import { type Founded, isSamePost } from '../state.ts';
import { act, fact, faultyList, rowFault } from './act.ts';

const row = strict({
  personId: personIdSchema,
  role: roleSchema,
  /** The post's own name in the bureau; the role's where absent. */
  post: lineSchema.optional(),
  unit: unitCodeSchema,
  from: plainDateSchema,
  until: plainDateSchema.nullable().default(null),
});
const grantData = strict({
  posts: z.array(row).min(1, { error: '至少一个岗位 / at least one post' }).max(5000),
});

export const GrantPosts = act({
  title: { zh: '授予岗位', en: 'grant posts' },
  roles: ['administrator'],
  data: grantData,
  decide(directory, given) {
    const posts = given.posts.map(
      ({ post, ...rest }): Post => ({ ...rest, post: post ?? ROLES[rest.role].zh }),
    );
    const book = bookOf(directory.posts);
    const faults = posts.flatMap((post, index) => entered(directory, book, post, `posts.${index}`));
    if (faults.length > 0) return faultyList(faults);
    return book.added.length === 0 ? [] : [fact('PostsGranted', { posts: book.added })];
  },
});

/** What is held, while a list is gone through: a row is judged with the rows above it. */
type Book = {
  readonly held: Map<string, Post[]>;
  readonly heads: Map<string, Post[]>;
  readonly added: Post[];
};

const keyOf = ({ personId, role, unit }: Omit<Post, 'from' | 'until' | 'post'>): string =>
  `${unit} ${role} ${personId}`;

function bookOf(posts: readonly Post[]): Book {
  const book: Book = { held: new Map(), heads: new Map(), added: [] };
  for (const post of posts) keep(book, post);
  return book;
}

function keep({ held, heads }: Book, post: Post): void {
  held.set(keyOf(post), [...(held.get(keyOf(post)) ?? []), post]);
  if (post.role === 'unit-head') heads.set(post.unit, [...(heads.get(post.unit) ?? []), post]);
}

/** Nothing where the row can stand; held before in the same days it adds nothing. */
function entered(directory: Founded, book: Book, post: Post, at: string): FieldFault[] {
  const place = placeFaults(directory, post, at);
  if (place.length > 0) return place;
  const own = (book.held.get(keyOf(post)) ?? []).filter((other) => overlap(other, post));
  if (own.some((other) => other.from <= post.from && other.until === post.until)) return [];
  if (own.length > 0) {
    const because = {
      zh: `${post.personId} 在这些日期已任此岗，起止不同`,
      en: `${post.personId} holds this post in these days, with other dates`,
    };
    return [rowFault(`${at}.from`, 'POST_OVERLAPS', because)];
  }
  const head = post.role === 'unit-head' && book.heads.get(post.unit)?.find((other) => overlap(other, post));
  if (head) {
    const because = {
      zh: `单位 ${post.unit} 已有负责人（自 ${head.from}），换人请办理岗位换人`,
      en: `unit ${post.unit} has its head since ${head.from}; replace the holder instead`,
    };
    return [rowFault(`${at}.unit`, 'POST_TAKEN', because)];
  }
  keep(book, post);
  book.added.push(post);
  return [];
}

function placeFaults(directory: Founded, post: Post, at: string): FieldFault[] {
  const unit = directory.units[post.unit];
  if (unit === undefined) {
    const because = { zh: `名录中没有单位 ${post.unit}`, en: `the directory knows no unit ${post.unit}` };
    return [rowFault(`${at}.unit`, 'UNIT_UNKNOWN', because)];
  }
  if (post.until !== null && post.until < post.from)
    return [
      rowFault(`${at}.until`, 'ENDS_BEFORE_START', { zh: '止期早于起期', en: 'it ends before it begins' }),
    ];
  const place = unitOn(unit, post.from);
  if (place === undefined) {
    const because = {
      zh: `单位 ${post.unit} 在 ${post.from} 不存在`,
      en: `there was no unit ${post.unit} on ${post.from}`,
    };
    return [rowFault(`${at}.from`, 'UNIT_NOT_THERE', because)];
  }
  if (post.role !== 'department' || place.kind !== 'unit') return [];
  const because = { zh: `${post.unit} 不是主管部门`, en: `${post.unit} is not a department in charge` };
  return [rowFault(`${at}.role`, 'NOT_A_DEPARTMENT', because)];
}

type Days = { readonly from: PlainDate; readonly until: PlainDate | null };
const overlap = (a: Days, b: Days): boolean =>
  (a.until === null || a.until >= b.from) && (b.until === null || b.until >= a.from);

const postOf = { role: roleSchema, unit: unitCodeSchema };

const endData = strict({ personId: personIdSchema, ...postOf, until: plainDateSchema, ...papers });

export const EndPost = act({
  title: { zh: '终止岗位', en: 'end a post' },
  roles: ['administrator'],
  data: endData,
  decide(directory, { paper, reason, ...held }) {
    const own = directory.posts.filter((post) => isSamePost(post, held));
    if (own.some(({ until }) => until === held.until)) return [];
    const post = own.find(({ from, until }) => from <= held.until && (until === null || until > held.until));
    if (post === undefined) return notHeld('until', held.personId, held.until);
    return [fact('PostEnded', { ...held, from: post.from, paper, reason })];
  },
});

const replaceData = strict({
  ...postOf,
  /** Needed where several people hold the post. */
  formerPersonId: personIdSchema.optional(),
  personId: personIdSchema,
  post: lineSchema.optional(),
  from: plainDateSchema,
  ...papers,
});

export const ReplaceHolder = act({
  title: { zh: '岗位换人', en: 'replace the holder of a post' },
  roles: ['administrator'],
  data: replaceData,
  decide(directory, { formerPersonId, post, ...given }) {
    const { role, unit, personId, from } = given;
    const held = holdersOn(directory, role, unit, from);
    if (formerPersonId === undefined && held.length === 1 && held[0]?.personId === personId) return [];
    const others = held.filter((one) => one.personId !== personId);
    const former =
      formerPersonId === undefined ? others : others.filter((one) => one.personId === formerPersonId);
    if (former[0] === undefined)
      return held.some((one) => one.personId === personId) ? [] : nobody(role, unit, from);
    if (former.length > 1) return severalHolders(former.map((one) => one.personId));
    if (former[0].from >= from) return periodTaken(former[0].from);
    const replaced = { formerPersonId: former[0].personId, formerFrom: former[0].from };
    if (held.some((one) => one.personId === personId)) return alreadyHolds(personId);
    return [fact('HolderReplaced', { ...given, ...replaced, post: post ?? former[0].post })];
  },
});

const delegateData = strict({
  fromPersonId: personIdSchema,
  toPersonId: personIdSchema,
  ...postOf,
  from: plainDateSchema,
  until: plainDateSchema,
  scope: scopeSchema.default('all'),
  ...papers,
});

/** An outsider is named in person, so that 回避 can be judged: such a post is not lent. */
const LENT_BY_NOBODY: readonly Role[] = ['expert', 'intermediary'];

export const Delegate = act({
  title: { zh: '委托代办', en: 'delegate a post' },
  roles: ['administrator'],
  data: delegateData,
  decide(directory, given) {
    const { fromPersonId, toPersonId, role, unit, from, until, scope } = given;
    if (toPersonId === fromPersonId) return toOneself();
    if (until < from) return endsBeforeStart();
    if (LENT_BY_NOBODY.includes(role)) return notLent();
    if (!holdersOn(directory, role, unit, from).some((post) => post.personId === fromPersonId))
      return notHeld('fromPersonId', fromPersonId, from);
    const before = directory.delegations.find(
      (one) =>
        one.fromPersonId === fromPersonId &&
        one.toPersonId === toPersonId &&
        one.role === role &&
        one.unit === unit &&
        overlap(one, given),
    );
    if (before !== undefined) {
      const same = before.from === from && before.until === until && before.scope === scope;
      return same ? [] : alreadyLent(before);
    }
    return [fact('PostDelegated', { ...given, delegation: `D${directory.delegations.length + 1}` })];
  },
});

const revokeData = strict({ delegation: lineSchema, from: plainDateSchema, reason: textSchema });

export const RevokeDelegation = act({
  title: { zh: '撤销委托', en: 'revoke a delegation' },
  roles: ['administrator'],
  data: revokeData,
  decide(directory, given) {
    const one = directory.delegations.find(({ delegation }) => delegation === given.delegation);
    if (one === undefined) return unknownDelegation(given.delegation);
    return one.until < given.from ? [] : [fact('DelegationRevoked', given)];
  },
});

const notHeld = (field: string, personId: string, on: PlainDate): Refusal =>
  onField(field, 'POST_NOT_HELD', {
    because: { zh: `${personId} 在 ${on} 不担任此岗位`, en: `${personId} does not hold this post on ${on}` },
    remedy: { zh: '请核对人员、岗位和日期', en: 'check the person, the post and the day' },
  });

const nobody = (role: Role, unit: string, on: PlainDate): Refusal =>
  onField('from', 'POST_NOT_HELD', {
    because: {
      zh: `${on} 无人担任单位 ${unit} 的${ROLES[role].zh}`,
      en: `nobody is ${ROLES[role].en} of unit ${unit} on ${on}`,
    },
    remedy: { zh: '请办理授予岗位', en: 'grant the post instead' },
  });

const severalHolders = (people: readonly string[]): Refusal =>
  onField('formerPersonId', 'SEVERAL_HOLDERS', {
    because: { zh: `此岗位有多人：${people.join('、')}`, en: `several people hold it: ${people.join(', ')}` },
    remedy: { zh: '请写明接替何人', en: 'say who is replaced' },
  });

const periodTaken = (from: PlainDate): Refusal =>
  onField('from', 'PERIOD_TAKEN', {
    because: {
      zh: `现任自 ${from} 起任职，任期不得改写`,
      en: `the holder's period from ${from} stays as it is`,
    },
    remedy: { zh: '请填写之后的日期', en: 'give a later day' },
  });

const alreadyHolds = (personId: string): Refusal =>
  onField('personId', 'POST_OVERLAPS', {
    because: { zh: `${personId} 已任此岗位`, en: `${personId} holds this post already` },
    remedy: { zh: '请改为终止前任的岗位', en: "end the other holder's post instead" },
  });

const toOneself = (): Refusal =>
  onField('toPersonId', 'TO_ONESELF', {
    because: { zh: '不能委托给本人', en: 'nobody delegates to himself' },
    remedy: { zh: '请填写受托人', en: 'name somebody else' },
  });

const endsBeforeStart = (): Refusal =>
  onField('until', 'ENDS_BEFORE_START', {
    because: { zh: '止期早于起期', en: 'it ends before it begins' },
    remedy: { zh: '请核对两个日期', en: 'check both dates' },
  });

const notLent = (): Refusal =>
  onField('role', 'POST_NOT_LENT', {
    because: { zh: '专家和中介机构须本人办理，不能委托', en: 'experts and agencies act in person' },
    remedy: { zh: '请在评价中另行确定人员', en: 'name somebody else in the evaluation' },
  });

const alreadyLent = ({ from, until }: Days): Refusal =>
  onField('from', 'DELEGATION_OVERLAPS', {
    because: {
      zh: `已有 ${from} 至 ${until} 的委托`,
      en: `it is delegated from ${from} to ${until} already`,
    },
    remedy: { zh: '请先撤销原委托', en: 'revoke that delegation first' },
  });

const unknownDelegation = (delegation: string): Refusal =>
  refuse({
    code: 'DELEGATION_UNKNOWN',
    because: { zh: `没有编号为 ${delegation} 的委托`, en: `there is no delegation ${delegation}` },
    remedy: { zh: '请核对编号', en: 'check its number' },
    fields: [
      { field: 'delegation', code: 'DELEGATION_UNKNOWN', because: { zh: '没有此委托', en: 'not known' } },
    ],
  });
