import type { Delegation, DirectoryState, Post, Unit } from '@quancheng/domain';
import { asJson, type Sql } from '@quancheng/event-store';
import { fileList } from '../files/file-list.ts';
import type { Projection } from '../projection.ts';

const VERSION = 1;

/** Units, posts and delegations by date, and the division's place in the tree: written anew with each change of the directory. */
export const directoryByDate: Projection = {
  name: 'directory',
  version: VERSION,
  write: (sql, { aggregate, division, state }) => {
    const directory = state as DirectoryState;
    if (aggregate !== 'directory' || directory.stage === 'none') return Promise.resolve();
    const units = Object.values(directory.units);
    return Promise.all([
      sql`insert into divisions (division, parent, name) values (${division}, ${directory.parent}, ${directory.name})
          on conflict (division) do update set parent = excluded.parent, name = excluded.name`,
      replace(sql, 'unit_view', division, units.flatMap(unitRows)),
      replace(
        sql,
        'post_view',
        division,
        directory.posts.flatMap((post) => postRows(post, directory.units)),
      ),
      replace(sql, 'delegation_view', division, directory.delegations.flatMap(delegationRows)),
    ]);
  },
};

/** One text with all rows: a list of many parameters would meet the driver's limit. */
const replace = (sql: Sql, table: string, division: string, rows: readonly object[]): Promise<unknown> =>
  Promise.all([
    sql`delete from ${sql(table)} where division = ${division}`,
    sql`insert into ${sql(table)}
        select * from json_populate_recordset(null::${sql(table)}, ${asJson(sql, rows.map((row) => ({ division, ...row })) as never)})`,
  ]);

const unitRows = ({ unit, periods, successors }: Unit) =>
  periods.map(({ from, until, name, kind, department }, index) => ({
    unit,
    name,
    kind,
    department,
    valid_from: from,
    valid_until: until,
    successors: index === periods.length - 1 ? successors : [],
  }));

/** A post ends with its unit, and stands under the department to which the unit belonged on the day. */
const postRows = (post: Post, units: Readonly<Record<string, Unit>>) =>
  (units[post.unit]?.periods ?? []).flatMap((period) => {
    const from = later(period.from, post.from);
    const until = earlier(period.until, post.until);
    if (until !== null && until < from) return [];
    const { personId, role, unit } = post;
    return [
      {
        person_id: personId,
        role,
        post: post.post,
        unit,
        department: period.department,
        held_from: from,
        held_until: until,
      },
    ];
  });

const later = <D extends string>(a: D, b: D): D => (a < b ? b : a);
const earlier = <D extends string>(a: D | null, b: D | null): D | null =>
  a === null ? b : b === null || a < b ? a : b;

const delegationRows = (one: Delegation) =>
  one.until < one.from
    ? []
    : [
        {
          delegation: one.delegation,
          from_person: one.fromPersonId,
          to_person: one.toPersonId,
          role: one.role,
          unit: one.unit,
          scope: one.scope,
          valid_from: one.from,
          valid_until: one.until,
        },
      ];

/** The directories' own line in the lists: one a division. */
export const directories = fileList<DirectoryState>({
  name: 'directories',
  aggregate: 'directory',
  table: 'directory_view',
  version: VERSION,
  columns: (state) =>
    state.stage === 'none'
      ? null
      : {
          unit: '',
          department: '',
          name: state.name,
          parent: state.parent,
          units: Object.keys(state.units).length,
          posts: state.posts.length,
        },
});
