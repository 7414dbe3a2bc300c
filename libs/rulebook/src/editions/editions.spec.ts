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
import { type Clause, isProvisional } from '../clause.ts';
import type { Edition } from '../edition.ts';
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
