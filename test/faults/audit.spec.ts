import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore, type Store } from '@quancheng/event-store';
import { auditConsumer } from '../../infra/rehearsal/audit/consumer.ts';
import { auditRecord, auditRest } from '../../infra/rehearsal/audit/record.ts';
import { auditRuns } from '../../infra/rehearsal/audit/runs.ts';
import { projectWithYear } from '../support/project-with-year.ts';
import { type Stack, startStack } from '../support/stack.ts';

const DIVISION = '330211016';

/** The audit of a run of faults finds nothing only because nothing is wrong: each kind of damage, done on purpose, is named. */
describe('the audit', () => {
  let stack: Stack;
  let owner: Store;

  beforeAll(async () => {
    stack = await startStack(DIVISION, { worker: { sweep: { everyMs: 250, quietMs: 500 } } });
    owner = openStore(stack.databaseUrl, { max: 2, name: 'spec-owner' });
    await stack.clockTo('2014-01-02T09:00:00+08:00');
    for (const id of ['P1', 'P2', 'P3']) await register(id);
    while ((await found()).length > 0);
  }, 60_000);
  afterAll(async () => {
    await owner.end();
    await stack.stop();
  });

  const register = (id: string): Promise<void> => projectWithYear(stack, id, '2014-12-31');

  const found = async () =>
    (
      await Promise.all([
        auditRest(owner, DIVISION),
        auditRuns(stack.client, owner, DIVISION),
        auditRecord(owner, DIVISION),
        auditConsumer(owner, DIVISION),
      ])
    ).flat();
  const meanings = (findings: Awaited<ReturnType<typeof found>>) =>
    findings.map(({ meaning, where }) => `${meaning} ${where}`);
  const project = (id: string) => `${DIVISION}/project/${id}`;

  /** Does the damage, looks, and puts it back. */
  async function damaged(damage: string, repair: string): Promise<string[]> {
    await owner.sql.unsafe(damage);
    try {
      return meanings([...(await auditRest(owner, DIVISION)), ...(await auditRecord(owner, DIVISION))]);
    } finally {
      await owner.sql.unsafe(repair);
    }
  }

  it('finds nothing where nothing is wrong', async () => {
    expect(await found()).toEqual([]);
  });

  it('names a command whose event is gone', async () => {
    const [{ command }] = (await owner.sql`
      select command_id as command from commands where stream = ${project('P1')} order by recorded_at limit 1`) as [
      { command: string },
    ];
    const move = (from: string, to: string) =>
      `update commands set answer = replace(answer::text, '"eventId":"${from}', '"eventId":"${to}')::json where command_id = '${command}'`;
    expect(await damaged(move('', 'gone-'), move('gone-', ''))).toContain(`lost ${command}`);
  });

  it('names a command that was done twice', async () => {
    const commands = (await owner.sql`
      select meta::json ->> 'commandId' as command, event_id from events
      where stream in (${project('P1')}, ${project('P2')}) and version = 1 order by stream`) as unknown as {
      command: string;
      event_id: string;
    }[];
    const [first, second] = commands as [(typeof commands)[0], (typeof commands)[0]];
    const rename = (from: string, to: string) =>
      `update events set meta = replace(meta, '${from}', '${to}') where event_id = '${second.event_id}'`;
    const findings = await damaged(
      rename(second.command, first.command),
      rename(first.command, second.command),
    );
    expect(findings).toContain(`twice ${first.command}`);
    expect(findings).toContain('wrong hash chain');
  });

  it('names what nobody takes', async () => {
    const findings = await damaged(
      `insert into follow_ups (id, division, source_stream, source_event, target_stream, command)
       select 'planted', division, stream, event_id, 'nowhere', '{}' from events where stream = '${project('P3')}' and version = 1`,
      `delete from follow_ups where id = 'planted'`,
    );
    expect(findings).toEqual([`stuck ${DIVISION} follow-ups`]);
  });

  it('names a run that does not know what is stored', async () => {
    const known = `stream = '${project('P2')}'`;
    await owner.sql.unsafe(`update streams set version = version + 1 where ${known}`);
    const findings = meanings(await auditRuns(stack.client, owner, DIVISION));
    await owner.sql.unsafe(`update streams set version = version - 1 where ${known}`);
    expect(findings).toEqual([`stuck ${project('P2')}`]);
  });

  it.each([
    ['has not counted all', '-', 'stuck'],
    ['has counted something twice', '+', 'twice'],
  ])('names a consumer that %s', async (_name, sign, meaning) => {
    const move = (by: string) =>
      owner.sql.unsafe(
        `update reporting.streams set version = version ${by} 1 where source = '/divisions/${project('P1')}'`,
      );
    await move(sign);
    const findings = meanings(await auditConsumer(owner, DIVISION));
    await move(sign === '-' ? '+' : '-');
    expect(findings).toEqual([`${meaning} ${project('P1')} in reporting`]);
  });

  it('names a run that somebody ended', async () => {
    await stack.client.workflow.getHandle(project('P3')).terminate('planted');
    let findings: string[] = [];
    while (findings.length === 0) findings = meanings(await auditRuns(stack.client, owner, DIVISION));
    expect(new Set(findings)).toEqual(new Set([`stuck ${project('P3')}`]));
  });
});
