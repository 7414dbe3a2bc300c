import { describe, expect, it } from '@jest/globals';
import { dueOf } from './due.ts';
import { linesOf } from './gaps.ts';
import { percentOf, roundWan, wan } from './money.ts';
import { papersOf } from './papers.ts';
import type { Entry, RecordedEvent } from './read.ts';
import { stepsOf } from './stage-path.ts';

const words = (zh: string) => ({ zh, en: zh });

describe('sums', () => {
  it.each([
    ['674805.00', '67.4805', '67.48'],
    ['387664.62', '38.766462', '38.77'],
    ['12345678.00', '1,234.5678', '1,234.57'],
    ['0.00', '0.00', '0.00'],
  ])('%s 元 are %s 万元, in a column %s', (yuan, exact, rounded) => {
    expect([wan(yuan), roundWan(yuan)]).toEqual([exact, rounded]);
  });

  it('that are not there are blank, never zero', () => {
    expect([wan(null), roundWan(undefined), percentOf('1.00', null), percentOf('1.00', '0.00')]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('are compared in whole percent', () => {
    expect(percentOf('13537500.00', '19000000.00')).toBe('71%');
  });
});

describe('a legal date', () => {
  it.each([
    ['2014-08-01', '逾期 11 天', 'late'],
    ['2014-08-12', '今天到期', 'soon'],
    ['2014-08-19', '还有 7 天', 'soon'],
    ['2014-08-20', '还有 8 天', 'calm'],
  ])('%s, seen on 2014-08-12: %s', (until, said, pressing) => {
    expect(dueOf(until, { today: '2014-08-12', division: '330211000' })).toEqual({ words: said, pressing });
  });
});

describe('a legal date before there were rules', () => {
  it('is neither pressing nor calm', () => {
    expect(dueOf('2012-08-12', { today: '2012-08-01', division: '330211000' })).toBeNull();
  });
});

describe('a timeline', () => {
  const on = (happenedOn: string): Entry => ({
    eventId: happenedOn,
    version: 1,
    type: 'X',
    title: words('事'),
    happenedOn,
    recordedAt: `${happenedOn}T09:00:00.000+08:00`,
    by: { role: 'system', post: 'system', unit: 'system', personId: 'system', name: null },
    clause: null,
    lateReason: null,
  });

  it('has the latest first, and folds more than two quiet weeks into one line', () => {
    const lines = linesOf([on('2014-01-01'), on('2014-01-15'), on('2014-01-30')]);
    expect(lines.map((line) => ('entry' in line ? line.entry.happenedOn : line.quietDays))).toEqual([
      '2014-01-30',
      15,
      '2014-01-15',
      '2014-01-01',
    ]);
  });
});

describe('the stages of a file', () => {
  const stages = ['draft', 'declared', 'returned', 'closed', 'withdrawn'].map((stage) => ({
    stage,
    title: words(stage),
    final: ['closed', 'withdrawn'].includes(stage),
  }));
  const at = (stage: string) => stepsOf('project-years', stage, stages);

  it('are done before where it stands, and to come after', () => {
    expect(at('declared').map(({ status }) => status)).toEqual([
      'finish',
      'process',
      ...Array(8).fill('wait'),
    ]);
  });

  it('are all done when it is closed', () => {
    expect(new Set(at('closed').map(({ status }) => status))).toEqual(new Set(['finish']));
  });

  it('show what was sent back in the place where it is mended', () => {
    expect(at('returned')[0]).toEqual({ title: 'returned', status: 'error' });
  });

  it('are none where it left the way for good', () => {
    expect(at('withdrawn')).toEqual([]);
  });
});

describe('papers', () => {
  const scan = 'a'.repeat(64);
  const declared: RecordedEvent = {
    version: 4,
    type: 'GoalAndBudgetDeclared',
    title: words('目标与预算已申报'),
    happenedOn: '2013-09-24',
    data: { form: { projectName: '道路' }, signature: { mode: 'stamped-scan', sha256: scan } },
  };
  const approved: RecordedEvent = {
    ...declared,
    version: 9,
    type: 'GoalAndBudgetApproved',
    data: { batch: 'B1' },
  };

  it('are the forms handed in and the files that came with them', () => {
    expect(papersOf([declared, approved]).map((paper) => [paper.kind, paper.title])).toEqual([
      ['form', '项目支出绩效目标申报表'],
      ['attachment', '目标与预算已申报·附件'],
    ]);
  });

  it('are printed as the version that handed them in; a review is a form too', () => {
    const reviewed = { ...declared, version: 7, type: 'GoalReviewed', data: { marks: [], opinion: '同意' } };
    const forms = papersOf([declared, reviewed]).filter((paper) => paper.kind === 'form');
    expect(forms.map(({ printedAs, form }) => [printedAs, form])).toEqual([
      ['goal-review/print?version=7', reviewed.data],
      ['goal-declaration/print?version=4', { projectName: '道路' }],
    ]);
  });
});
