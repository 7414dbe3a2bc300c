import { describe, expect, it } from '@jest/globals';
import { aYearAt } from './support/lives.ts';
import { declaration, online } from './support/papers.ts';
import { theBureau } from './support/spec.ts';

/** 评审经过: what was asked, what was answered, and what the office that asked holds of the answer. */
const here = theBureau('2013-10-22');

type History = {
  submissions: {
    submission: number;
    requestedYuan: string;
    outcome: string;
    findings: { code: string }[];
    remarks: { id: string; remark: string; answer: string | null; settled: boolean | null }[];
  }[];
};

describe('a returned declaration', () => {
  it('keeps its remarks, their answers and the ticks for whoever reviews it next', async () => {
    const { bureau } = here;
    const year = await aYearAt(bureau, 'declared', 'RT-1');
    const department = ['department', '201', '201'] as const;
    const remarks = ['补充测算依据', '补责任岗位'];
    await bureau.does(department, year, 'review-as-department', {
      verdict: 'return',
      opinion: '不完整',
      remarks,
    });
    const answers = ['D1-1', 'D1-2'].map((remark) => ({ remark, answer: '已补' }));
    const form = declaration('600000.00', { risks: '' });
    await bureau.does('unit-head', year, 'declare', { form, answers, signature: online });
    const ticks = [
      { remark: 'D1-1', settled: true },
      { remark: 'D1-2', settled: false },
    ];
    expect(
      await bureau.tries('finance-performance', year, 'settle-remarks', { settled: ticks }),
    ).toMatchObject({ status: 422, code: 'REMARK_UNKNOWN', fields: ['settled.0.remark'] });
    await bureau.does(department, year, 'settle-remarks', { settled: ticks });

    const { submissions } = await bureau.read<History>(`${year}/submissions`);
    expect(submissions).toMatchObject([
      {
        submission: 1,
        outcome: 'returned-by-department',
        remarks: [
          { id: 'D1-1', remark: remarks[0], answer: '已补', settled: true },
          { id: 'D1-2', remark: remarks[1], answer: '已补', settled: false },
        ],
      },
      { submission: 2, requestedYuan: '600000.00', outcome: 'open', remarks: [] },
    ]);
    expect(submissions[0]?.findings.map(({ code }) => code)).not.toContain('NO_RISKS');
    expect(submissions[1]?.findings.map(({ code }) => code)).toContain('NO_RISKS');

    const { fields } = await bureau.read<{ fields: { field: string; cells: { change: string }[] }[] }>(
      `${year}/versions?of=declared-1,declared-2`,
    );
    const changed = fields.filter(({ cells }) => cells.some(({ change }) => change !== 'same'));
    expect(changed).toMatchObject([{ field: 'risks', cells: [{ change: 'same' }, { change: 'gone' }] }]);
  });
});
