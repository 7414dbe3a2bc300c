import { describe, expect, it } from '@jest/globals';
import { describeWalks, type Step } from '@quancheng/testing';
import {
  accept,
  assign,
  assignKey,
  check,
  commission,
  confirm,
  draw,
  keyReport,
  lineOf,
  OBJECT,
  POLICY,
  prepare,
  returned,
  revise,
  start,
  story,
  submit,
} from './evaluation.story.ts';
import { evaluation } from './index.ts';

/** Any of these may be tried at any time; most are refused, and the rest must leave a file that somebody owes something on. */
const TRIES: readonly Step[] = [
  start(),
  start({ object: POLICY }),
  assign(),
  assignKey(),
  assignKey('commissioned'),
  assign({ object: POLICY }),
  { ...submit(), does: 'SaveSelfEvaluationDraft', data: { form: { problems: '写到一半' } } },
  submit(),
  submit(),
  submit({}, { as: 'unit-clerk' }),
  submit({ indicators: lineOf(0, { actual: '60', reason: '未入网' }), problems: '少入网', measures: '补齐' }),
  returned({ remarks: ['补充依据'] }),
  draw(),
  accept(),
  check([]),
  check([{ row: '1', actual: '50', reason: '清点' }]),
  prepare(),
  commission(),
  keyReport(),
  { ...confirm(), does: 'ReturnKeyReport', data: { remarks: ['补充'] } },
  confirm(),
  confirm({ advice: { choice: 'keep', reason: '有效' } }),
  revise([{ row: '1', actual: '80', reason: '审计' }]),
  revise([{ row: '1', actual: '90', reason: '复核' }]),
  { ...confirm(), does: 'Cancel', data: { reason: '重复立项' } },
  {
    does: 'ReportRecipients',
    as: 'department',
    on: '2014-09-01',
    data: {
      recipients: [
        {
          recipientNo: 'R1',
          receivedFen: { amount: '1', unit: '元' },
          outcomes: [{ name: '节能量', unit: '吨', value: '3' }],
        },
      ],
    },
  },
];
describeWalks({
  story,
  tries: TRIES,
  startOn: '2014-07-02',
  isRash: ({ does }) => does === 'Cancel',
  runs: 400,
});

describe('an evaluation that has begun', () => {
  it("is the unit's and the department's of its object", () => {
    const { state } = story.live(story.unborn, start());
    expect(evaluation.ownership(state)).toMatchObject({
      unit: OBJECT.unit,
      department: OBJECT.department,
    });
  });
});
