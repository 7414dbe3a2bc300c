import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Address, type Paper, yearFile } from './support/bureau.ts';
import { aConfirmedResult, yearsAt } from './support/lives.ts';
import { theBureau } from './support/spec.ts';

/** 公开制: each result is published, or withheld with a reason. */
const here = theBureau('2014-12-15');
const CLAUSE = 'zh-2014/deadline/disclosure';
const published = yearFile('P-1');
const withheld = yearFile('P-2');
const unjudged = yearFile('P-3');
const URL = 'https://www.example.gov.cn/jx/1';

beforeAll(async () => {
  const { bureau } = here;
  await yearsAt(bureau, 'approved', [{ id: 'P-1' }, { id: 'P-2' }, { id: 'P-3' }]);
  await aConfirmedResult(bureau, 'E-P', { of: [published, withheld] });
});

const decide = (year: Address, paper: Paper) =>
  here.bureau.tries('finance-performance', year, 'decide-disclosure', paper);

describe('what is refused', () => {
  it.each([
    ['withheld without a reason', { decision: 'withhold' }],
    ['withheld with an empty reason', { decision: 'withhold', reason: '  ' }],
    ['published nowhere', { decision: 'publish' }],
    ['published at no address', { decision: 'publish', url: '区政府网站' }],
    ['published at an address that runs a program', { decision: 'publish', url: 'javascript:alert(1)' }],
    ['both at once', { decision: 'publish', url: URL, reason: '涉密' }],
    ['neither', { decision: 'later' }],
  ])('%s', async (_what, paper) => {
    const { bureau } = here;
    expect(await decide(withheld, paper)).toMatchObject({ status: 422, code: 'FORM_INVALID' });
    expect(await bureau.duties(withheld)).toContainEqual(expect.stringMatching(/^disclosure-disclose/));
  });

  it('by the unit itself, and where nothing is confirmed', async () => {
    const { bureau } = here;
    const paper = { decision: 'publish', url: URL };
    expect(await bureau.tries('unit-head', withheld, 'decide-disclosure', paper)).toMatchObject({
      status: 403,
    });
    expect(await decide(unjudged, paper)).toMatchObject({ status: 409, code: 'WRONG_STAGE' });
  });
});

describe('what is decided', () => {
  it('is owed by finance within the rule’s days of the confirmation', async () => {
    const owed = (await here.bureau.waitingAt(published)).find(({ obligation }) =>
      obligation.startsWith('disclosure'),
    );
    expect(owed).toMatchObject({
      waitingFor: { role: 'finance-performance' },
      since: '2014-12-15',
      until: '2015-01-04',
      clause: CLAUSE,
    });
  });

  it.each([
    ['published', published, { decision: 'publish', url: URL }, 'ResultPublished', { url: URL }],
    [
      'withheld',
      withheld,
      { decision: 'withhold', reason: '涉及商业秘密' },
      'ResultWithheld',
      { reason: '涉及商业秘密' },
    ],
  ] as const)('%s, once, citing the version it shows', async (_how, year, paper, type, shown) => {
    expect(await decide(year, paper)).toMatchObject({ status: 200 });
    expect(await here.bureau.factOf(year, type)).toMatchObject({
      clause: CLAUSE,
      data: { evaluationId: 'E-P', resultVersion: 1, ...shown },
    });
    expect(await decide(year, paper)).toMatchObject({ status: 409, code: 'DUTY_NOT_OPEN' });
  });

  it('a later version is decided anew', async () => {
    const { bureau } = here;
    await bureau.does('finance-performance', 'evaluations/E-P', 'revise-result', {
      lines: [{ row: '1', actual: '90', reason: '审计发现' }],
      reason: '审计发现',
    });
    await bureau.settle();
    expect(await decide(published, { decision: 'publish', url: `${URL}/2` })).toMatchObject({ status: 200 });
    const facts = (await bureau.factsOf(published)).filter(({ type }) => type === 'ResultPublished');
    expect(facts.map(({ data }) => [data.resultVersion, data.url])).toEqual([
      [1, URL],
      [2, `${URL}/2`],
    ]);
  });
});
