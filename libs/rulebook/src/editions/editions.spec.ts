import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  canonicalJson,
  day,
  type PlainDate,
  parsePlainDate,
  stateCouncilCalendar,
} from '@quancheng/kernel';
import { type Clause, isProvisional, toBeConfirmed } from '../clause.ts';
import type { Edition } from '../edition.ts';
import { frameworkIndicators } from '../kinds/framework.ts';
import { answer, type KindName, type Kinds } from '../kinds/index.ts';
import { rulebook, rulebookOfEdition } from '../rulebook.ts';
import { EDITIONS } from './index.ts';

const everyClause = EDITIONS.flatMap((edition) =>
  edition.clauses.map((clause) => ({ id: clause.id, clause, edition })),
);
const everyExample = everyClause.flatMap(({ clause }) =>
  clause.examples.map((example, index) => ({
    id: clause.id,
    no: index + 1,
    given: canonicalJson(example.given).slice(0, 90),
    clause,
    example,
  })),
);

describe('every example of every clause comes out', () => {
  it.each(everyExample)('$id, example $no: $given', ({ clause, example }) => {
    const given = example.given as Kinds[KindName]['given'];
    expect(answer(clause, given as never, stateCouncilCalendar)).toMatchObject(example.expect);
  });
});

describe('every clause is written to be trusted', () => {
  it.each(everyClause)('$id is named after its edition and question', ({ clause, edition }) => {
    expect(clause.id).toBe(`${edition.id}/${clause.question}`);
  });

  it.each(everyClause)('$id says the rule, its paper, article and transition in words', ({ clause }) => {
    for (const words of [clause.title, clause.says, clause.transition]) {
      expect(words.zh.trim()).not.toBe('');
      expect(words.en.trim()).not.toBe('');
    }
    expect(clause.source.paper.trim()).not.toBe('');
    expect(clause.source.article.trim()).not.toBe('');
  });

  it.each(everyClause)('$id is in force on days that exist, within its edition', ({ clause, edition }) => {
    for (const { from, until } of [clause.inForce, edition.inForce]) {
      expect(parsePlainDate(from)).toBe(from);
      if (until !== undefined) expect(parsePlainDate(until)).toBe(until);
    }
    expect(clause.inForce.from >= edition.inForce.from).toBe(true);
  });

  it.each(everyClause)(
    '$id marks what is derived as such, and a derived clause never blocks',
    ({ clause }) => {
      expect(clause.source.paper.startsWith('推定')).toBe(clause.tier === 'derived');
      expect(clause.tier === 'derived' && clause.gate === 'block').toBe(false);
    },
  );

  it.each(everyClause.filter(({ clause }) => clause.kind !== 'deadline' && clause.kind !== 'reminder'))(
    '$id has examples with different answers',
    ({ clause }) => {
      expect(
        new Set(clause.examples.map(({ expect: wanted }) => canonicalJson(wanted))).size,
      ).toBeGreaterThan(1);
    },
  );

  it.each(EDITIONS)(
    'the clause files of $id are its clauses, one a file, and hold literals only',
    (edition) => {
      const folder = new URL(`./${edition.id}/`, import.meta.url);
      const files = readdirSync(folder).filter((name) => name.endsWith('.clause.ts'));
      expect(files).toEqual(
        edition.clauses.map(({ question }) => `${question.replaceAll('/', '-')}.clause.ts`).sort(),
      );
      for (const file of files) {
        const code = readFileSync(new URL(file, folder), 'utf8').replaceAll(/'[^'\n]*'/g, "''");
        expect(code.match(/\w\(|=>|\bnew\b|\.\.\.|`/g) ?? []).toEqual([]);
      }
    },
  );
});

describe('each question has one answer or none', () => {
  const days: PlainDate[] = [];
  for (let date = day('2012-12-31'); date <= '2030-12-31'; date = addDays(date, 1)) days.push(date);
  const asked = EDITIONS.flatMap((edition) =>
    [...new Set(edition.clauses.map(({ question }) => question))].map((question) => ({
      id: edition.id,
      question,
      edition,
    })),
  );

  it.each(asked)('$question in $id, on every day from 2012 to 2030', ({ question, edition }) => {
    const book = rulebookOfEdition(edition.id);
    const wrong = days.filter((date) => {
      const answers = edition.clauses.filter(
        (clause) =>
          clause.question === question && [clause, edition].every(({ inForce }) => covers(inForce, date)),
      );
      const given = book?.clause(question, date);
      return (
        answers.length > 1 ||
        (answers[0] ?? given) !== given ||
        (answers.length === 0 && !(given && isProvisional(given)))
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each(asked)('$question in $id is bound to the same day in every edition', ({ question }) => {
    const bindings = everyClause.filter(({ clause }) => clause.question === question);
    expect(new Set(bindings.map(({ clause }) => clause.boundTo)).size).toBe(1);
  });
});

describe('rules later than 2014 do not bind 2014', () => {
  const later = /〔20(1[5-9]|2\d)〕/;
  const named = (EDITIONS.find(({ id }) => id === 'zh-2014')?.clauses ?? []).filter(
    ({ source, says }) => later.test(source.paper) || later.test(says.zh) || later.test(says.en),
  );

  it.each(named)('$id names a later paper: it is derived, and at most warns', ({ tier, gate }) => {
    expect({ tier, blocks: gate === 'block' }).toEqual({ tier: 'derived', blocks: false });
  });

  it.each([
    'light/goal',
    'light/money',
    'light/progress',
    'light/task',
    'light/department',
    'tracking/expected',
    'key-evaluation/result-weight',
    'goal-review/sheet',
    'deadline/disclosure',
  ])('%s came later, and is optional there', (question) => {
    const clause = rulebook.clause(question, day('2014-06-01'));
    expect(clause).toMatchObject({ id: `zh-2014/${question}`, tier: 'derived' });
    expect(clause).not.toMatchObject({ gate: 'block' });
  });

  it('2014 is evaluated on the framework of 2013 with 20 indicators, 2020 on one of 17', () => {
    const indicators = EDITIONS.map(({ id }) =>
      rulebookOfEdition(id)?.clause('framework/project', day('2020-06-01')),
    ).map((clause) =>
      clause && 'kind' in clause && clause.kind === 'framework'
        ? frameworkIndicators(clause.value).length
        : null,
    );
    expect(indicators.slice(0, 2)).toEqual([20, 17]);
  });
});

describe('what the bureau would have to confirm has a clause with the default that is taken until then', () => {
  it.each([
    ['goal-review/sheet', { marks: {} }, { code: 'REVIEW_SHEET_INCOMPLETE' }],
    ['grade-bands', { score: '75' }, { grade: '良好' }],
    [
      'budget-link/cut-proposal',
      { grade: '合格', projectNature: 'continuing' },
      { proposedCutPercent: '10' },
    ],
    [
      'budget-link/cut-proposal',
      { grade: '不合格', projectNature: 'continuing' },
      { proposedCutPercent: '50' },
    ],
    ['completion/start', { chosen: null }, { option: 'acceptance' }],
    ['spot-check/rate', { count: 4 }, { drawn: 1 }],
    ['spot-check/rate', { count: 40 }, { drawn: 4 }],
    ['commission/large-money', { requestedFen: 500_000_000n }, { required: true }],
    ['accountability/ladder', { chosen: '提醒' }, { option: 'remind' }],
    ['deadline/result-review', { start: '2014-09-25' }, { due: '2014-10-14' }],
    ['result-review/effect', { chosen: null }, { option: 'not-suspending' }],
    ['calendar/rest-days', { chosen: null }, { option: 'applies' }],
  ])('%s', (question, given, expected) => {
    const clause = rulebook.clause(question, day('2014-06-01'));
    if (isProvisional(clause)) throw new Error(clause.because.en);
    expect(toBeConfirmed(clause.tier)).toBe(true);
    expect(answer(clause, given as never, stateCouncilCalendar)).toMatchObject(expected);
  });
});

describe('the national rules are whole', () => {
  it('they answer every question that a district answers, but for the grade that its paper leaves out', () => {
    const [district, national] = ['zh-2014', 'national-2020'].map((id) =>
      rulebook.edition(id)?.clauses.map(({ question }) => question),
    );
    expect(district?.filter((question) => !national?.includes(question))).toEqual(['budget-link/good-grade']);
  });
});

describe('the edition is chosen by day and division', () => {
  it.each([
    ['2012-12-31', '330211000', undefined],
    ['2013-01-01', '330211000', 'zh-2014'],
    ['2026-01-01', '330211000', 'zh-2014'],
    ['2026-01-01', '330211101', 'zh-2014'],
    ['2019-12-31', '330212000', undefined],
    ['2020-01-01', '330212000', 'national-2020'],
    ['2026-01-01', '110101000', 'national-2020'],
  ])('on %s in %s the grade is that of %s', (on, division, edition) => {
    const clause = rulebook.clause('grade-bands', day(on), division);
    expect(isProvisional(clause) ? undefined : clause.id).toBe(edition && `${edition}/grade-bands`);
  });
});

describe('an edition is held by its lock', () => {
  it.each(EDITIONS)('$id is what its lock file says', (edition) => {
    const lock = JSON.parse(
      readFileSync(new URL(`./${edition.id}/lock.json`, import.meta.url), 'utf8'),
    ) as unknown;
    expect(lock).toEqual({ edition: edition.id, released: edition.released, sha256: hashOf(edition) });
  });
});

function hashOf(edition: Edition): string {
  return createHash('sha256').update(canonicalJson(edition)).digest('hex');
}

function covers({ from, until }: Clause['inForce'], date: PlainDate): boolean {
  return date >= from && (until === undefined || date <= until);
}
