import { describe, expect, it } from '@jest/globals';
import { byDate, type Aggregate, aggregates, type Obligation } from '@quancheng/domain';
import { day } from '@quancheng/kernel';
import { waitingOf } from './waiting.ts';

const aggregate: Aggregate = {
  ...aggregates.evaluation,
  commands: {
    SubmitSelfEvaluation: {
      ...Object.values(aggregates.evaluation.commands)[0],
      title: { zh: '报送自评', en: 'submit the self-evaluation' },
    } as never,
  },
};

const duty: Obligation = {
  id: 'self-evaluation-1',
  what: 'self-evaluation',
  words: { zh: '报送绩效自评报告', en: 'the self-evaluation report' },
  holder: { role: 'unit-head', unit: '201001' },
  since: day('2014-04-22'),
  date: {
    due: day('2014-07-22'),
    provisional: false,
    reason: { zh: '完成之日起三个月', en: 'three months from completion' },
    clause: 'zh-2014/deadline/self-evaluation',
    edition: 'zh-2014',
    reminders: [],
  },
  clause: 'zh-2014/deadline/self-evaluation',
  unblockedBy: ['SubmitSelfEvaluation'],
  ifNobodyActs: { zh: '按逾期通报', en: 'it is reported as late' },
  escalatesTo: { role: 'department', unit: '201' },
};

describe('why a file waits', () => {
  it('has its six fields and one sentence in both languages', () => {
    const said = waitingOf(aggregate, { stage: 'x', marks: { 'self-evaluation-1': { lapsed: true } } }, duty);
    expect(said).toMatchObject({
      waitingFor: { role: 'unit-head', unit: '201001', title: { zh: '项目单位负责人（一把手）' } },
      forWhat: duty.words,
      since: '2014-04-22',
      until: '2014-07-22',
      whyThatDate: { zh: '完成之日起三个月' },
      overdue: true,
      clause: 'zh-2014/deadline/self-evaluation',
      unblockedBy: [{ command: 'submit-self-evaluation', title: { zh: '报送自评' } }],
      ifNobodyActs: { zh: '按逾期通报' },
      escalatesTo: { role: 'department', unit: '201' },
    });
    expect(said.sentence.zh).toBe(
      '自 2014-04-22 起等待项目单位负责人（一把手）（201001）：报送绩效自评报告，截止 2014-07-22（完成之日起三个月），' +
        '依据 zh-2014/deadline/self-evaluation；办理“报送自评”后继续；逾期无人办理：按逾期通报',
    );
  });

  it('says so where no paper gives a date, and puts it last', () => {
    const dateless: Obligation = { ...duty, id: 'b', date: null };
    expect(waitingOf(aggregate, { stage: 'x', marks: {} }, dateless)).toMatchObject({
      until: null,
      overdue: false,
    });
    expect(byDate([dateless, duty]).map(({ id }) => id)).toEqual(['self-evaluation-1', 'b']);
  });
});
