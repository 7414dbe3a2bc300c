import { describe, expect, it } from '@jest/globals';
import { step } from '@quancheng/testing';
import { assign, returned, start, story, submit } from './evaluation.story.ts';

const { codeOf, live, typesOf, unborn } = story;

const saving = step('SaveSelfEvaluationDraft', 'unit-clerk', '2014-09-10', {
  form: { goalAchieved: '写到一半', executedFen: { amount: '800', unit: '万元' } },
});
const due = live(unborn, start());

describe('the draft of a self-evaluation', () => {
  it('is kept as far as it goes, and the same draft again is no new fact', () => {
    const once = live(due, saving);
    expect(once.state).toMatchObject({
      duty: { draft: { goalAchieved: '写到一半', executedFen: 800_000_000n } },
    });
    expect(typesOf(live(once, saving))).toEqual(typesOf(once));
  });

  it('is gone once the report is handed in; a returned one begins anew', () => {
    const submitted = live(due, saving, submit());
    expect(submitted.state).toMatchObject({ duty: null });
    const again = live(submitted, returned({ remarks: ['补充依据'] }));
    expect(again.state).toMatchObject({ duty: { round: 2, draft: null } });
  });

  it('is not kept where no report is owed, and not by others', () => {
    expect(codeOf(live(unborn, assign()), saving)).toBe('WRONG_STAGE');
    expect(codeOf(due, { ...saving, as: 'department' })).toBe('ROLE_NOT_ALLOWED');
  });
});
