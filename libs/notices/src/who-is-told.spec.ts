import { describe, expect, it } from '@jest/globals';
import {
  type AggregateName,
  aggregates,
  clockEvents,
  type Recorded,
  type StreamState,
} from '@quancheng/domain';
import type { Instant, PlainDate } from '@quancheng/kernel';
import { outcomeOf } from './mail.ts';
import { noticesOf } from './notice.ts';
import { WHO_IS_TOLD } from './who-is-told.ts';

describe('who is told what', () => {
  it.each(Object.keys(WHO_IS_TOLD) as AggregateName[])('%s: by events that there are', (name) => {
    const known = [...Object.keys(aggregates[name].events), ...Object.keys(clockEvents)];
    expect(Object.keys(WHO_IS_TOLD[name]).filter((type) => !known.includes(type))).toEqual([]);
  });

  const event = (type: string, data: object): Recorded => ({
    type,
    data,
    eventId: '8c7f2a54-0000-4000-8000-000000000001',
    version: 2,
    happenedOn: '2014-02-20' as PlainDate,
    recordedAt: '2014-02-20T09:00:00.000+08:00' as Instant,
    actor: { personId: 'p', role: 'department', post: 'p', unit: '201' },
  });
  const year = {
    stage: 'returned',
    marks: {},
    identity: { division: '330211000', projectName: '校舍维修', unit: '201001', department: '201' },
  } as unknown as StreamState;
  const file = {
    stream: '330211000/project-year/P-2014',
    aggregate: 'project-year',
    id: 'P-2014',
    state: year,
  } as const;

  it('a return tells clerk and head of the unit, urgently, with the date by which it is due again', () => {
    const data = { submission: 1, opinion: '补', remarks: [], againBy: { due: '2014-02-27' } };
    const notices = noticesOf(file, [event('DeclarationReturnedByDepartment', data)]);
    expect(notices.map(({ role, unit, due, urgent }) => [role, unit, due, urgent])).toEqual([
      ['unit-clerk', '201001', '2014-02-27', true],
      ['unit-head', '201001', '2014-02-27', true],
    ]);
    expect(notices[0]?.title.zh).toBe('主管部门退回修改：项目年度“校舍维修”');
    expect(notices[0]?.text.zh).toMatch(/^项目年度“校舍维修”（P-2014）。.*到期日：2014-02-27。$/);
    const again = noticesOf(file, [event('DeclarationReturnedByDepartment', data)]);
    expect(again.map(({ noticeId }) => noticeId)).toEqual(notices.map(({ noticeId }) => noticeId));
  });

  it('a lapsed duty tells its holder and who stands above him, each once', () => {
    const holder = { role: 'department', unit: '201' };
    const words = { zh: '主管部门审核', en: 'review' };
    const data = { obligationId: 'o', words, holder, escalatedTo: holder, due: '2014-02-19' };
    const notices = noticesOf(file, [event('ObligationLapsed', data)]);
    expect(notices.map(({ role, unit, due }) => [role, unit, due])).toEqual([
      ['department', '201', '2014-02-19'],
    ]);
    expect(notices[0]?.text.zh).toContain('主管部门审核');
  });

  it('of what is not in the table nobody hears', () => {
    expect(noticesOf(file, [event('DraftSaved', { form: {} })])).toEqual([]);
  });
});

describe('what is known of a mail after a fault', () => {
  const fault = (message: string, more: object = {}) => Object.assign(new Error(message), more);

  it.each([
    ['no connection', fault('refused'), false, 'later', true],
    [
      'a password that is not taken',
      fault('auth', { responseCode: 535, command: 'AUTH PLAIN' }),
      false,
      'later',
      true,
    ],
    [
      'an unknown address',
      fault('unknown', { responseCode: 550, command: 'RCPT TO' }),
      false,
      'refused',
      undefined,
    ],
    ['a full mailbox', fault('full', { responseCode: 452, command: 'RCPT TO' }), false, 'later', false],
    [
      'a text that is not taken',
      fault('spam', { responseCode: 554, command: 'DATA' }),
      true,
      'refused',
      undefined,
    ],
    ['no answer before the message was over', fault('closed'), false, 'later', true],
    ['no answer after it', fault('closed'), true, 'uncertain', undefined],
  ])('%s', (_, given, handedOver, outcome, down) => {
    const said = outcomeOf(given, handedOver);
    expect([said.outcome, 'down' in said ? said.down : undefined]).toEqual([outcome, down]);
  });
});
