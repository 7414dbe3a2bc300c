import { describe, expect, it } from '@jest/globals';
import type { Instant, Json, PlainDate } from '@quancheng/kernel';
import {
  followStream,
  foldSnapshot,
  fromMessage,
  generationOf,
  NotAnEvent,
  parseSnapshot,
  parseSource,
  parseType,
  type ProjectSnapshot,
  type PublicEvent,
  snapshotMessage,
  type StoredEvent,
  toMessage,
} from './index.ts';

const YEAR = '330211000/project-year/P1-2014';
const opened = {
  division: '330211000',
  projectId: 'P1',
  projectName: '道路养护',
  fiscalYear: 2014,
  unit: '201001',
  department: '201',
  nature: 'recurrent',
  term: 'continuing',
  highConcern: false,
  takenOver: null,
};
const due = {
  due: '2014-11-30',
  provisional: false,
  reason: { zh: '', en: '' },
  clause: 'zh-2014/x',
  edition: 'zh-2014',
  reminders: [],
};

function stored(version: number, type: string, data: Json, more: Partial<StoredEvent> = {}): StoredEvent {
  return {
    eventId: `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`,
    stream: YEAR,
    version,
    seq: 100 + version,
    type,
    data,
    happenedOn: '2014-10-08' as PlainDate,
    recordedAt: '2014-10-08T09:00:00.000+08:00' as Instant,
    actor: { role: 'unit-head', post: '负责人', unit: '201001' },
    training: false,
    ...more,
  };
}

const life: readonly StoredEvent[] = [
  stored(1, 'ProjectYearOpened', opened),
  stored(
    2,
    'ControlFigureIssued',
    { controlFen: '90000000', resubmitBy: due },
    { clause: 'zh-2014/control', edition: 'zh-2014', correlation: 'c-1', cause: 'e-9' },
  ),
  stored(3, 'GoalAndBudgetApproved', {
    batch: 'b',
    paperNo: '1',
    approvedOn: '2014-01-20',
    approvedFen: '88000000',
    edition: 'zh-2014',
    differsFromSecondSubmission: true,
  }),
  stored(4, 'PaymentsRecorded', {
    payments: [],
    paidFen: '1000000',
    overspent: false,
    afterStopRequest: false,
  }),
];

function tell(events: readonly StoredEvent[]): PublicEvent[] {
  const follower = followStream(events[0]?.stream ?? '');
  return events.map((event) => follower.next(event));
}

describe('a stored event outside', () => {
  it('carries what a consumer needs to order, route and understand it', () => {
    const [, event] = tell(life);
    expect(event).toEqual({
      specversion: '1.0',
      id: '00000000-0000-4000-8000-000000000002',
      type: 'cn.quancheng.project-year.ControlFigureIssued.v1',
      source: '/divisions/330211000/project-year/P1-2014',
      subject: 'P1',
      partitionkey: '330211000/P1',
      time: '2014-10-08T09:00:00.000+08:00',
      datacontenttype: 'application/json',
      streamversion: 2,
      globalseq: 102,
      stage: 'controlled',
      fiscalyear: 2014,
      happenedon: '2014-10-08',
      actorrole: 'unit-head',
      actorpost: '负责人',
      actorunit: '201001',
      clause: 'zh-2014/control',
      edition: 'zh-2014',
      correlation: 'c-1',
      cause: 'e-9',
      data: { controlFen: '90000000', resubmitBy: due },
    });
  });

  it('is flagged when the clock was moved, and only then', () => {
    const [plain] = tell([stored(1, 'ProjectYearOpened', opened)]);
    const [training] = tell([stored(1, 'ProjectYearOpened', opened, { training: true })]);
    expect([plain?.training, training?.training]).toEqual([undefined, true]);
  });

  it('says nothing of a person', () => {
    const signed = {
      request: 'r1',
      reason: 'x',
      personId: 'p-1',
      signature: { mode: 'online', personId: 'p-1' },
    };
    const [, event] = tell([
      stored(1, 'ProjectYearOpened', opened),
      stored(2, 'StopPaymentRequested', signed),
    ]);
    expect(JSON.stringify(event)).not.toContain('p-1');
  });

  it.each([
    ['330211000/project/P1', '330211000/P1', 'P1'],
    ['330211000/budget-year/2014', '330211000/budget-year/2014', '2014'],
  ])('of stream %s goes under key %s', (stream, key, subject) => {
    const [event] = tell([
      stored(
        1,
        'ObligationLapsed',
        {
          obligationId: 'o',
          what: 'w',
          words: { zh: '', en: '' },
          due: '2014-01-01',
          clause: 'c',
          instant: '2014-01-01T09:00:00.000+08:00',
          holder: { role: 'department', unit: '201' },
          escalatedTo: null,
        },
        { stream },
      ),
    ]);
    expect([event?.partitionkey, event?.subject]).toEqual([key, subject]);
  });

  it('stays in its place when its data was erased by law', () => {
    const [, erased] = tell([stored(1, 'ProjectYearOpened', opened), stored(2, 'ControlFigureIssued', null)]);
    expect([erased?.streamversion, erased?.data]).toEqual([2, null]);
  });

  it('must follow the one before it', () => {
    const follower = followStream(YEAR);
    follower.next(stored(1, 'ProjectYearOpened', opened));
    expect(() => follower.next(stored(3, 'ControlFigureIssued', {}))).toThrow(/does not follow/);
  });
});

describe('as a Kafka record', () => {
  const event = tell(life).at(1) as PublicEvent;
  const record = () => {
    const { key, value, headers } = toMessage(event);
    return { key, value: new TextEncoder().encode(value), headers: { ...headers } };
  };

  it('is CloudEvents in binary mode: attributes in headers, data in the value', () => {
    const { key, headers } = record();
    expect(key).toBe('330211000/P1');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_type: event.type,
      ce_streamversion: '2',
      ce_time: event.time,
    });
  });

  it('comes back as it went', () => {
    const { value, headers } = record();
    expect(fromMessage({ value, headers })).toEqual(event);
  });

  const faults: [
    string,
    (message: ReturnType<typeof record>) => { value: Uint8Array | null; headers: Record<string, string> },
  ][] = [
    ['has no id', ({ value, headers }) => ({ value, headers: { ...headers, ce_id: '' } })],
    [
      'is of another version of CloudEvents',
      ({ value, headers }) => ({ value, headers: { ...headers, ce_specversion: '0.3' } }),
    ],
    [
      'has a version that is no number',
      ({ value, headers }) => ({ value, headers: { ...headers, ce_streamversion: 'two' } }),
    ],
    ['has no data', ({ headers }) => ({ value: null, headers })],
    ['has data that is not JSON', ({ headers }) => ({ value: new TextEncoder().encode('{"a":'), headers })],
    ['has bytes that are not text', ({ headers }) => ({ value: new Uint8Array([0xff, 0xfe]), headers })],
  ];
  it.each(faults)('is not an event when it %s', (_, broken) => {
    expect(() => fromMessage(broken(record()))).toThrow(NotAnEvent);
  });

  it('names its generation of the log only when there was an earlier one', () => {
    const [first] = tell(life.slice(0, 1));
    const [second] = tell(life.slice(0, 1).map((each) => ({ ...each, generation: 2 })));
    const readBack = [first, second].map((each) => {
      const { value, headers } = toMessage(each as PublicEvent);
      return fromMessage({ value: new TextEncoder().encode(value), headers });
    });
    expect(readBack.map(({ loggeneration }) => loggeneration)).toEqual([undefined, 2]);
    expect(readBack.map(generationOf)).toEqual([1, 2]);
  });

  it('names parts that can be read back, and refuses others', () => {
    expect(parseSource(event.source)).toEqual({
      division: '330211000',
      aggregate: 'project-year',
      id: 'P1-2014',
    });
    expect(parseSource('/somewhere/else')).toBeUndefined();
    expect(parseType(event.type)).toEqual({ aggregate: 'project-year', event: 'ControlFigureIssued' });
    expect(parseType('com.example.Other.v1')).toBeUndefined();
  });
});

describe('the public fold', () => {
  const fold = (events: readonly PublicEvent[]) =>
    events.reduce<ProjectSnapshot | undefined>((snapshot, event) => foldSnapshot(snapshot, event), undefined);

  it('tells the project with its years, money and last versions', () => {
    expect(fold(tell(life))).toMatchObject({
      key: '330211000/P1',
      projectId: 'P1',
      name: '道路养护',
      unit: '201001',
      department: '201',
      globalseq: 104,
      versions: { '/divisions/330211000/project-year/P1-2014': 4 },
      years: {
        '/divisions/330211000/project-year/P1-2014': {
          fiscalYear: 2014,
          stage: 'approved',
          controlFen: '90000000',
          approvedFen: '88000000',
          paidFen: '1000000',
          requestedFen: null,
          grade: null,
        },
      },
    });
  });

  it('takes name, unit and department from the project itself, whatever its years said before', () => {
    const identity = {
      name: '道路养护（更名）',
      unit: '201009',
      department: '209',
      nature: 'recurrent',
      term: 'continuing',
      field: '交通',
      highConcern: false,
      totalFen: null,
      plannedStart: null,
      plannedEnd: null,
    };
    const stream = '330211000/project/P1';
    const told = [
      ...tell(life),
      ...tell([
        stored(
          1,
          'ProjectRegistered',
          { division: '330211000', projectId: 'P1', identity, plan: null },
          { stream, seq: 200 },
        ),
      ]),
    ];
    expect(fold(told)).toMatchObject({
      name: '道路养护（更名）',
      unit: '201009',
      department: '209',
      stage: 'active',
      globalseq: 200,
    });
  });

  it('is the same when events are folded twice, all of them or a part', () => {
    const events = tell(life);
    expect(fold([...events, ...events])).toEqual(fold(events));
    expect(fold([...events.slice(0, 3), ...events.slice(1)])).toEqual(fold(events));
  });

  it('takes up where a snapshot from the topic stands', () => {
    const events = tell(life);
    const read = parseSnapshot(snapshotMessage(fold(events.slice(0, 2)) as ProjectSnapshot).value);
    expect(events.slice(2).reduce<ProjectSnapshot | undefined>(foldSnapshot, read)).toEqual(fold(events));
  });

  it('begins anew with a later generation of the log, and takes nothing of an earlier one after it', () => {
    const anew = life.slice(0, 2).map((each) => ({ ...each, generation: 2 }));
    const again = fold([...tell(life), ...tell(anew), ...tell(life)]);
    expect(again).toEqual({ ...fold(tell(life.slice(0, 2))), loggeneration: 2 });
    expect(parseSnapshot(snapshotMessage(again as ProjectSnapshot).value)).toEqual(again);
  });

  it('leaves budget years out', () => {
    const [event] = tell(life);
    expect(
      foldSnapshot(undefined, { ...(event as PublicEvent), source: '/divisions/330211000/budget-year/2014' }),
    ).toBeUndefined();
  });
});
