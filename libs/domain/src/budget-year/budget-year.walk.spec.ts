import { describe, expect, it } from '@jest/globals';
import { describeWalks, type Step, step, storyOf, wan, type Walks, walksOf } from '@quancheng/testing';
import type { Json } from '@quancheng/kernel';
import { budgetYear, type BudgetYearState, coverage } from './index.ts';

const wish = (does: string, as: Step['as'], data: Record<string, Json> = {}): Step =>
  step(does, as, '2013-09-02', data);

const enrol = (id: string, takenOver: boolean): Step =>
  wish('Enrol', 'system', {
    projectYearId: `${id}-2014`,
    projectId: id,
    unit: 'U-07',
    department: 'D-01',
    nature: 'new',
    takenOver,
  });
const declared = (id: string): Step =>
  wish('NoteDeclared', 'system', {
    projectYearId: `${id}-2014`,
    requestedFen: '60000000',
    goalRequired: id === 'P1',
  });
const resubmitted = (id: string): Step =>
  wish('NoteResubmitted', 'system', { projectYearId: `${id}-2014`, secondFen: '50000000' });
const batch = (name: string, ...ids: string[]): Step =>
  wish('ApproveBatch', 'section-chief', {
    batch: name,
    department: 'D-01',
    paperNo: name,
    approvedOn: '2013-09-02',
    items: ids.map((id) => ({ projectYearId: `${id}-2014`, approvedFen: wan('50') })),
  });
const object = {
  kind: 'completed-project',
  projectId: 'P1',
  projectName: '项目',
  projectYears: [],
  unit: 'U-07',
  department: 'D-01',
  nature: 'new',
  term: 'one-off',
};
const planned = {
  evaluationId: 'E-P1-completion',
  road: 'finance-key',
  mode: 'own',
  object,
  field: '环保',
  amountFen: null,
  reason: '影响面广',
};

/** Any of these may be tried on any day; most are refused, and the rest must leave a year that somebody waits for. */
const TRIES: readonly Step[] = [
  wish('Prepare', 'finance-performance', { noticePaper: '1号', departments: ['D-01', 'D-02'] }),
  wish('Prepare', 'section-chief', {
    noticePaper: '2号',
    agenda: [{ task: 'tracking-round', round: '2014-07', due: '2014-08-01' }],
  }),
  ...['2013-10-31', '2013-11-29', '2014-06-30'].map((until) =>
    wish('OpenWindow', 'finance-business', { window: 'declaration', until, noticePaper: '通知' }),
  ),
  wish('OpenWindow', 'finance-business', {
    window: 'mid-year-adjustment',
    until: '2014-07-31',
    noticePaper: '通知',
  }),
  enrol('P1', false),
  enrol('P2', false),
  enrol('P3', true),
  declared('P1'),
  resubmitted('P1'),
  declared('P2'),
  resubmitted('P2'),
  wish('NoteLeft', 'system', { projectYearId: 'P2-2014', why: 'withdrawn' }),
  wish('RecordNilReturn', 'finance-performance', { department: 'D-02', paper: '说明' }),
  wish('RecordCongressApproval', 'congress', { approvedOn: '2013-09-02', paperNo: '决议' }),
  batch('B1', 'P1', 'P2'),
  batch('B2', 'P1'),
  batch('B3', 'P2'),
  wish('TakeOutOfBatch', 'section-chief', { batch: 'B1', projectYearId: 'P1-2014', reason: '尚未二上' }),
  wish('SendTrackingRound', 'finance-performance', { round: '2014-07', asOf: '2014-07-31' }),
  wish('AdoptEvaluationPlan', 'finance-performance', { paperNo: '3号', items: [planned] }),
  wish('CloseYear', 'finance-performance', { opinion: '办结' }),
  wish('CloseYear', 'section-chief', {
    opinion: '办结',
    leftUndone: [
      { task: 'declaration-window', reason: '未开' },
      { task: 'approval', reason: '未批' },
      { task: 'evaluation-plan', reason: '未定' },
      { task: 'tracking-round', round: '2014-07', reason: '未布置' },
    ],
  }),
];

const WALKS: Walks<BudgetYearState> = {
  story: storyOf(budgetYear, '2014'),
  tries: TRIES,
  startOn: '2013-09-02',
  isCited: true,
};

describeWalks(WALKS);

describe('whatever is done in a budget year in whatever order', () => {
  const { everyWalk } = walksOf(WALKS);

  it('coverage never shows more done than owed', () => {
    everyWalk(({ visits }) => {
      for (const { after } of visits) {
        const shown = coverage(after.state);
        if (shown === null) continue;
        const { departments, money, stages } = shown;
        for (const { done, owed } of [departments, ...Object.values(stages)])
          expect(done >= 0 && done <= owed).toBe(true);
        expect(money.doneFen >= 0n && money.doneFen <= money.owedFen).toBe(true);
      }
    });
  });
  it('no project-year is ever in two batches', () => {
    everyWalk(({ life }) => {
      const held = new Set<string>();
      for (const { type, data } of life.events) {
        const { items = [], projectYearId = '' } = data as {
          items?: { projectYearId: string }[];
          projectYearId?: string;
        };
        if (type === 'BatchItemTakenOut') held.delete(projectYearId);
        for (const item of type === 'BatchApproved' ? items : []) {
          expect(held.has(item.projectYearId)).toBe(false);
          held.add(item.projectYearId);
        }
      }
    });
  });
});
