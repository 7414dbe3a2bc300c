import { type Actor, REACH, ROLES, type Role } from '@quancheng/domain';
import { behindWall, type Store, type Wall } from '@quancheng/event-store';
import { dateOf, type PlainDate, refuse } from '@quancheng/kernel';
import { type HeldPost, holdersOf, postsOf } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { fieldProblem, Problem, problem } from '../http/problem.ts';
import type { Settings } from '../settings.ts';

/** The post to act from, where a person holds several: `unit-clerk@201001`. */
export const POST_HEADER = 'quancheng-post';
/** The division to read, where it is below one's own; `?division=` says the same. */
export const DIVISION_HEADER = 'quancheng-division';

/** What of a request decides in whose name it speaks. */
export interface Asked {
  readonly post: string | undefined;
  readonly division: string | undefined;
  readonly writes: boolean;
}

/** Somebody who reads: in the own division, or in one below it. */
export interface Reader {
  readonly actor: Actor;
  readonly division: string;
  /** How the database is asked: it opens nothing that the tree of divisions does not open. */
  readonly wall: Wall;
}

/** From the post that a token claims to the post that the division's directory knows. */
export interface Posts {
  actorOf(claimed: Actor, asked: Asked): Promise<Actor>;
  readerOf(actor: Actor, asked: Asked): Promise<Reader>;
  /** The posts that the person may act from today; null where no directory decides. */
  heldBy(claimed: Pick<Actor, 'division' | 'personId'>): Promise<readonly HeldPost[] | null>;
}

export function postsFrom(
  { postsFrom: from }: Pick<Settings, 'postsFrom'>,
  store: Store,
  clock: BusinessClock,
): Posts {
  const today = async (division: string): Promise<PlainDate> => dateOf(await clock.now(division));
  const heldBy: Posts['heldBy'] = async ({ division, personId }) =>
    from === 'token' ? null : await postsOf(store, { division, personId, on: await today(division) });
  return {
    heldBy,
    actorOf: async (claimed, asked) => {
      if (asked.writes && asked.division !== undefined && asked.division !== claimed.division)
        throw otherDivision(asked.division);
      const held = await heldBy(claimed);
      if (held === null) return unknownToDirectory(claimed, asked, from === 'directory');
      const chosen = chosenPost(claimed, asked.post);
      const post = held.find((one) => one.role === chosen.role && one.unit === chosen.unit);
      if (post !== undefined) return acting(claimed, post, asked);
      if (await isFirstAdministrator(store, claimed, asked, await today(claimed.division))) return claimed;
      throw postNotHeld(chosen, held);
    },
    readerOf: async (actor, { division = actor.division }) => {
      if (division === actor.division) return { actor, division, wall: division };
      if (!/^\d{9}$/.test(division)) throw divisionShape();
      const wall = { own: actor.division, below: division };
      const [found] = await behindWall(
        store,
        wall,
        (sql) => sql`select 1 from divisions where division = ${division} and division <> ${actor.division}`,
      );
      if (found === undefined) throw otherDivision(division);
      if (REACH[actor.role] !== 'whole-division') throw onlyWhole();
      return { actor, division, wall };
    },
  };
}

function unknownToDirectory(claimed: Actor, { post }: Asked, compulsory: boolean): Actor {
  const chosen = chosenPost(claimed, post);
  const isClaimed = chosen.role === claimed.role && chosen.unit === claimed.unit;
  if (compulsory || !isClaimed) throw postNotHeld(chosen, []);
  return claimed;
}

function chosenPost({ role, unit }: Actor, header: string | undefined): { role: string; unit: string } {
  if (header === undefined) return { role, unit };
  const [, chosenRole = '', chosenUnit = ''] = /^([a-z-]{1,40})@([A-Za-z0-9._-]{1,40})$/.exec(header) ?? [];
  if (Object.hasOwn(ROLES, chosenRole)) return { role: chosenRole, unit: chosenUnit };
  throw fieldProblem(
    400,
    'POST_SHAPE',
    'Quancheng-Post',
    { zh: '岗位应如 unit-clerk@201001', en: 'a post reads like unit-clerk@201001' },
    { zh: '可用岗位见 /api/me', en: 'see /api/me for the posts you hold' },
  );
}

function acting({ personId, division }: Actor, held: HeldPost, { writes }: Asked): Actor {
  if (writes && held.scope === 'read') throw readsOnly();
  const { role, post, unit, department, actingFor } = held;
  const actor: Actor = { personId, role, post, unit, department, division };
  return actingFor === null ? actor : { ...actor, actingFor };
}

/** Whoever lists the first people is not in the list yet; and nobody shuts the last administrator out. */
async function isFirstAdministrator(
  store: Store,
  claimed: Actor,
  { post }: Asked,
  on: PlainDate,
): Promise<boolean> {
  if (claimed.role !== 'administrator' || post !== undefined) return false;
  const { division, role, unit } = claimed;
  const holders = await behindWall(store, division, (sql) => holdersOf(sql, { division, role, unit, on }));
  return holders.length === 0;
}

function postNotHeld(chosen: { role: string; unit: string }, held: readonly HeldPost[]): Problem {
  const title = ROLES[chosen.role as Role];
  const refusal = refuse({
    code: 'POST_NOT_HELD',
    because: {
      zh: `您今天不担任单位 ${chosen.unit} 的${title.zh}，也没有受托代办`,
      en: `today you are not ${title.en} of unit ${chosen.unit}, nor does anybody's delegation let you act as such`,
    },
    remedy: {
      zh: '请以请求头 Quancheng-Post 选择您担任的岗位，或请系统管理员授予岗位',
      en: 'choose a post that you hold by the header Quancheng-Post, or ask the administrator for it',
    },
  });
  return new Problem(403, refusal, { more: { posts: held.map(listed) } });
}

export const listed = ({ role, unit, unitName, post, department, until, actingFor, scope }: HeldPost) => ({
  choose: `${role}@${unit}`,
  role,
  title: ROLES[role],
  post,
  unit,
  unitName,
  department,
  until,
  actingFor,
  scope,
});

const readsOnly = (): Problem =>
  problem(403, {
    code: 'DELEGATION_READS_ONLY',
    because: { zh: '此项委托只可查阅，不能办理', en: 'this delegation lets you read, not act' },
    remedy: { zh: '请由任职人办理，或另行委托', en: 'let the holder act, or ask for another delegation' },
  });

const otherDivision = (division: string): Problem =>
  problem(403, {
    code: 'OTHER_DIVISION',
    because: {
      zh: `区划 ${division} 不在您的辖区之内，或不能在那里办理`,
      en: `division ${division} is not below your own, or not yours to act in`,
    },
    remedy: {
      zh: '只能查阅本区划及下级区划，只能在本区划办理',
      en: 'read your own division and those below it; act in your own',
    },
  });

const onlyWhole = (): Problem =>
  problem(403, {
    code: 'NOT_YOUR_OBJECT',
    because: { zh: '本岗位只能查看本区划的事项', en: 'this post reads its own division alone' },
    remedy: { zh: '请由有权的岗位办理', en: 'ask the post that may do it' },
  });

const divisionShape = (): Problem =>
  fieldProblem(
    422,
    'DIVISION_SHAPE',
    'division',
    { zh: '区划代码应为九位数字', en: 'a division code has nine digits' },
    { zh: '请填写九位区划代码，例如 330211000', en: 'enter the nine-digit code, for example 330211000' },
  );
