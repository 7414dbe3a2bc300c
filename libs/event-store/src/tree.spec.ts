import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DivisionCode } from '@quancheng/kernel';
import { eraseContact, keepContact } from './contacts.ts';
import { declared, streamOf } from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import { readStream, withStream } from './stream.ts';
import { behindWall, type Wall } from './transaction.ts';

const CITY = '330200000' as DivisionCode;
const DISTRICT = '330211000' as DivisionCode;
const SIBLING = '330206000' as DivisionCode;
const TOWN = '330211001' as DivisionCode;

describe('the tree of divisions', () => {
  let database: OwnDatabase;
  const enter = (division: string, parent: string | null, wall: string = division) =>
    behindWall(
      database.storeOf('writer', 1),
      wall,
      (sql) =>
        sql`insert into divisions (division, parent, name) values (${division}, ${parent}, ${division})`,
    );

  beforeAll(async () => {
    database = await ownDatabase();
    await enter(CITY, null);
    await enter(DISTRICT, CITY);
    await enter(SIBLING, CITY);
    await enter(TOWN, DISTRICT);
    for (const division of [CITY, DISTRICT, SIBLING, TOWN])
      await withStream(database.storeOf('writer', 1), streamOf('p', division), division, async (tx) => {
        tx.append([declared()]);
      });
  });
  afterAll(() => database.drop());

  const seen = async (role: 'reader' | 'writer', wall: Wall, division: DivisionCode) =>
    (await readStream(database.storeOf(role, 1), streamOf('p', division), 0, wall)).length > 0;

  it.each<[DivisionCode, DivisionCode, boolean]>([
    [CITY, DISTRICT, true],
    [CITY, TOWN, true],
    [DISTRICT, TOWN, true],
    [DISTRICT, SIBLING, false],
    [SIBLING, DISTRICT, false],
    [SIBLING, TOWN, false],
    [DISTRICT, CITY, false],
    [TOWN, DISTRICT, false],
    [TOWN, CITY, false],
  ])('%s asking to read %s sees it: %p', async (own, below, isSeen) => {
    expect(await seen('reader', { own, below }, below)).toBe(isSeen);
  });

  it('opens one division alone: neither a third one nor, for a writer, any', async () => {
    expect(await seen('reader', { own: CITY, below: DISTRICT }, TOWN)).toBe(false);
    expect(await seen('writer', { own: CITY, below: DISTRICT }, DISTRICT)).toBe(false);
    expect(await seen('reader', { own: CITY, below: DISTRICT }, CITY)).toBe(true);
  });

  it('is not asked when nobody asks: a reader who named his own division sees nothing below it', async () => {
    expect(await seen('reader', CITY, DISTRICT)).toBe(false);
  });

  it('shows a division itself and what is below it', async () => {
    const names = async (wall: string) =>
      (
        await behindWall(
          database.storeOf('reader', 1),
          wall,
          (sql) => sql`select division from divisions order by 1`,
        )
      ).map(({ division }) => division);
    expect(await names(CITY)).toEqual([CITY, SIBLING, DISTRICT, TOWN]);
    expect(await names(DISTRICT)).toEqual([DISTRICT, TOWN]);
    expect(await names(SIBLING)).toEqual([SIBLING]);
  });

  it.each([
    ['330211002', '330206000', '330211002', '23514'],
    ['330211002', '330211001', '330211002', '23514'],
    ['330211003', '330211000', '330211000', '42501'],
  ])('refuses %s under %s entered by %s', async (division, parent, wall, errorCode) => {
    await expect(enter(division, parent, wall)).rejects.toMatchObject({ code: errorCode });
  });

  it('every table with a wall opens downwards, and none for a writer', async () => {
    const walls = await database.admin`
      select polrelid::regclass::text as "table", count(*) filter (where polname = 'below_read') as below from pg_policy
      where polrelid <> 'divisions'::regclass group by 1`;
    expect(walls.filter(({ below }) => below !== 1n)).toEqual([]);
    const writers = await database.admin`
      select 1 from pg_policy where polname = 'below_read' and 'quancheng_writer'::regrole = any(polroles)`;
    expect(writers).toHaveLength(0);
  });
});

describe('how a person is reached', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.drop());
  const by = { division: DISTRICT, by: 'p-1' };
  const rows = () =>
    behindWall(
      database.storeOf('reader', 1),
      DISTRICT,
      (sql) => sql`select display_name, email, phone, erased_at from persons`,
    );

  it('is kept and erased with a reader’s rights, in the division that is named, and in no other way', async () => {
    const reader = database.storeOf('reader', 2);
    await keepContact(reader, by, {
      personId: 'p-9',
      name: '演示人',
      email: 'a@example.invalid',
      phone: '000',
    });
    expect(await rows()).toMatchObject([{ display_name: '演示人', phone: '000', erased_at: null }]);
    await eraseContact(reader, { division: SIBLING, by: 'p-1' }, 'p-9');
    expect(await rows()).toMatchObject([{ display_name: '演示人' }]);
    await eraseContact(reader, by, 'p-9');
    expect(await rows()).toMatchObject([
      { display_name: null, email: null, phone: null, erased_at: expect.any(String) },
    ]);
    const direct = behindWall(reader, DISTRICT, (sql) => sql`update persons set display_name = 'x'`);
    await expect(direct).rejects.toMatchObject({ code: '42501' });
    const everywhere = keepContact(
      reader,
      { division: '*' as DivisionCode, by: 'p-1' },
      {
        personId: 'p-9',
        name: 'x',
        email: null,
        phone: null,
      },
    );
    await expect(everywhere).rejects.toMatchObject({ code: '42501' });
  });
});
