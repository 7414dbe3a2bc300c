import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '../core/aggregate.ts';
import type { ProjectYearEvent } from './events.ts';
import { type Data, online, step, yuan } from '@quancheng/testing';
import {
  approved,
  approving,
  controlled,
  declared,
  declaring,
  form,
  indicators,
  type Life,
  opened,
  opening,
  passing,
  resubmitting,
  story,
} from './project-year.story.ts';
import { compareVersions, versionsOf } from './versions.ts';

const { live, unborn } = story;
const versions = (life: Life) => versionsOf(life.events as Recorded<ProjectYearEvent>[]);
const changes = (life: Life) =>
  compareVersions(versions(life)).flatMap(({ field, cells }) =>
    cells.some(({ change }) => change !== 'same')
      ? [
          `${field}: ${cells.map(({ text, change }) => (change === 'same' ? (text?.zh ?? '-') : `${change} ${text?.zh ?? '-'}`)).join(' | ')}`,
        ]
      : [],
  );

const [first, ...rest] = indicators as Data[];
const adjusting = (kind: string) =>
  [
    step('RequestAdjustment', 'unit-head', '2014-06-10', {
      kind,
      newAmountFen: yuan('450000.00'),
      goalRevision: { indicators: [{ ...first, target: '110' }, ...rest] },
      reason: '招标结余',
      signature: online,
    }),
    step('DecideAdjustment', 'finance-business', '2014-06-20', {
      granted: true,
      opinion: '同意',
      paperNo: '镇人大〔2014〕9号',
    }),
  ] as const;

describe('the versions of a year', () => {
  it('are those at which goal and money stand fixed together', () => {
    expect(versions(opened)).toEqual([]);
    expect(versions(approved).map(({ id, moneyFen }) => `${id} ${moneyFen}`)).toEqual([
      'declared-1 60000000',
      'controlled-1 50000000',
      'second-submission-1 50000000',
      'approved-1 50000000',
    ]);
  });

  it('of a cut with a matched goal show field by field what became of the paper', () => {
    const fewer = [{ ...first, target: '100' }, ...rest.slice(0, -1)] as Data[];
    const life = live(
      controlled,
      {
        ...resubmitting,
        data: {
          ...(resubmitting.data as Data),
          goalRevision: { goalAnnual: '100户接入管网', indicators: fewer },
        },
      },
      approving,
    );
    expect(changes(life)).toEqual([
      'requestedFen: 600000.00 元 | changed 500000.00 元 | 500000.00 元 | 500000.00 元',
      'goalAnnual: 120户接入管网，出水达标 | 120户接入管网，出水达标 | changed 100户接入管网 | 100户接入管网',
      'indicators.1.target: 120 | 120 | changed 100 | 100',
      ...[
        'row: 6',
        'kind: 服务对象满意度',
        'name: 指标6',
        'direction: ≥（不低于）',
        'target: 90',
        'unit: %',
      ].map(gone),
      ...['weight: 10', 'source: 台账', 'method: 按月统计', 'scoring: 按比例'].map(gone),
    ]);
  });

  it('of two submissions stand side by side, with what was added', () => {
    const back = live(declared, {
      ...passing,
      data: { verdict: 'return', opinion: '不完整', remarks: ['补配套资金'] },
    });
    const again = form({ goalMediumTerm: '三年覆盖', risks: '已另行安排' });
    const life = live(back, {
      ...declaring({}, '2013-10-25'),
      data: { form: again, answers: [{ remark: 'D1-1', answer: '已补' }], signature: online },
    });
    expect(versions(life).map(({ title }) => title.zh)).toEqual(['申报', '申报（2）']);
    expect(changes(life)).toEqual([
      'goalMediumTerm: - | added 三年覆盖',
      'risks: 汛期停工，已排计划 | changed 已另行安排',
    ]);
  });

  it.each([
    ['adjustment', '调整后'],
    ['transfer', '调剂后'],
  ])('of a mid-year %s are called %s', (kind, title) => {
    const life = live(approved, ...adjusting(kind));
    const last = versions(life).at(-1);
    expect(last).toMatchObject({ id: 'adjusted-1', title: { zh: title }, moneyFen: 45_000_000n });
    expect(last?.paper.indicators?.[0]).toMatchObject({ row: '1', target: '110' });
  });

  it('of a taken-over year begin with what was approved before', () => {
    const life = live(
      unborn,
      opening({ takenOver: { atStage: 'approved', approvedFen: '8000000', gaps: ['无目标'] } }),
    );
    expect(versions(life)).toMatchObject([
      {
        id: 'approved-1',
        title: { zh: '接管时的批复' },
        moneyFen: 8_000_000n,
        paper: { requestedFen: 8_000_000n },
      },
    ]);
  });

  it('that are alike show no change, whatever they hold', () => {
    const [only] = versions(declared);
    const twice = only === undefined ? [] : [only, only];
    for (const { cells } of compareVersions(twice))
      expect(cells.map(({ change }) => change)).toEqual(['same', 'same']);
  });
});

function gone(cell: string): string {
  const [name, text] = cell.split(': ');
  return `indicators.6.${name}: ${text} | ${text} | gone - | -`;
}
