import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { type FilledPaper, writePaper } from '@quancheng/papers';
import { ASKS } from './asks.ts';
import { readCall } from './call.ts';
import { answerBatch, answerOne } from './run.ts';

const askOf = (name: string) => {
  const found = ASKS[name];
  if (found === undefined) throw new Error(`no ask ${name}`);
  return found;
};

/** As typed after the name; answers what a person would read on the screen. */
async function typed(name: string, ...words: string[]): Promise<Record<string, unknown>> {
  const call = readCall(askOf(name), words);
  if (call?.how !== 'one') throw new Error(`not understood: ${words.join(' ')}`);
  return JSON.parse((await answerOne(askOf(name), call.given)).line) as Record<string, unknown>;
}

async function batch(
  name: string,
  input: string | Uint8Array[],
): Promise<{ lines: unknown[]; code: number }> {
  let written = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const pieces = typeof input === 'string' ? [Buffer.from(input)] : input;
  const code = await answerBatch(askOf(name), Readable.from(pieces), output);
  const lines = written.trimEnd().split('\n');
  return { lines: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown), code };
}

describe('a deadline is asked', () => {
  it.each([
    ['2013-11-30', '2014-02-28', false],
    ['2014-07-01', '2014-10-08', false],
    ['2014-06-28', '2014-09-28', false],
    ['2014-07-11', '2014-10-11', false],
    ['2025-07-01', '2025-10-09', false],
    ['2025-11-16', '2026-02-24', false],
    ['2025-11-30', '2026-02-28', false],
    ['2026-06-20', '2026-09-20', false],
    ['2026-10-01', '2027-01-01', true],
  ])('three months from %s end on %s (provisional: %s)', async (start, due, provisional) => {
    const answer = await typed('deadline', '--start', start, '--months', '3');
    expect(answer).toMatchObject({ due, provisional, reason: { zh: expect.any(String) } });
  });

  it.each([
    ['2026-09-18', '2026-10-09'],
    ['2014-09-25', '2014-10-14'],
  ])('ten working days from %s end on %s', async (start, due) => {
    expect(await typed('deadline', '--start', start, '--working-days', '10')).toMatchObject({ due });
  });

  it('one period is asked for, neither none nor two', async () => {
    for (const periods of [[], ['--months', '3', '--days', '2']]) {
      const answer = await typed('deadline', '--start', '2014-07-01', ...periods);
      expect(answer).toMatchObject({ error: { code: 'PERIOD_NOT_ONE' } });
    }
  });
});

describe('the amount that asks for a goal', () => {
  it.each([
    ['new', '499999.99', false],
    ['new', '500000.00', true],
    ['recurrent', '4999999.99', false],
    ['recurrent', '5000000.00', true],
    ['经常性', '5,000,000', true],
  ])('%s %s in 2014: %s', async (kind, amount, goalRequired) => {
    const answer = await typed('threshold', '--kind', kind, '--amount', amount, '--year', '2014');
    expect(answer).toMatchObject({
      goalRequired,
      clause: expect.stringMatching(/^zh-2014\/goal-threshold\//),
    });
  });

  it('a year before any rule is answered by no default', async () => {
    const answer = await typed('threshold', '--kind', 'new', '--amount', '1', '--year', '1999');
    expect(answer).toMatchObject({ error: { code: 'NO_RULE' } });
  });
});

describe('the light of an indicator', () => {
  it.each([
    ['45', '77.14', 'yellow'],
    ['35', '60.00', 'yellow'],
    ['34.9', '59.83', 'red'],
    ['46.66', '79.99', 'yellow'],
    ['46.67', '80.01', 'green'],
  ])('target 100, %s by July: %s %s', async (actual, value, light) => {
    const answer = await typed('light', '--target', '100', '--actual', actual, '--month', '7');
    expect(answer).toEqual({ value, light, clause: 'zh-2014/light/goal', toBeConfirmed: true });
  });
});

describe('the grade of a score', () => {
  it.each([
    ['zh-2014', '89.99', '良好'],
    ['zh-2014', '90', '优秀'],
    ['national-2020', '89.5', '良'],
    ['national-2020', '79.5', '中'],
    ['national-2020', '60', '中'],
    ['national-2020', '59.99', '差'],
  ])('by %s %s is %s', async (edition, score, grade) => {
    const answer = await typed('grade', '--score', score, '--edition', edition);
    expect(answer).toMatchObject({ grade, clause: `${edition}/grade-bands` });
  });

  it('neither a score above 100 nor an unknown edition is graded', async () => {
    expect(await typed('grade', '--score', '100.01')).toMatchObject({ error: { code: 'NO_RULE' } });
    expect(await typed('grade', '--score', '90', '--edition', 'zh-1999')).toMatchObject({
      error: { code: 'ASKED_WRONGLY', fields: [{ field: 'edition' }] },
    });
  });
});

describe('the other asks', () => {
  it('a target value is read, or said to be unreadable', async () => {
    expect(await typed('target', '≥50个')).toEqual({
      operator: '>=',
      value: '50',
      unit: '个',
      kind: 'number',
    });
    expect(await typed('target', '290%')).toMatchObject({ unreadable: { zh: expect.any(String) } });
  });

  it('an amount is written in capitals, and one below a fen is refused', async () => {
    expect(await typed('capitals', '1409.50')).toMatchObject({ capitals: '壹仟肆佰零玖元伍角' });
    expect(await typed('capitals', '1.005')).toMatchObject({ error: { code: 'MONEY_BELOW_ONE_FEN' } });
  });

  it('every clause of every edition explains itself', async () => {
    const { editions } = (await typed('editions')) as { editions: { clauses: string[] }[] };
    const clauses = editions.flatMap((edition) => edition.clauses);
    expect(clauses.length).toBeGreaterThan(40);
    for (const clause of clauses)
      expect(await typed('explain', clause)).toMatchObject({
        id: clause,
        source: { paper: expect.any(String) },
      });
    expect(await typed('explain', 'nowhere/nothing')).toMatchObject({ error: { code: 'CLAUSE_UNKNOWN' } });
  });
});

describe('a published form', () => {
  const formFile = (name: string) => path.resolve(import.meta.dirname, '../rehearsal/forms', `${name}.json`);

  it('is scored again with nothing but the command: the difference to the printed total is named', async () => {
    const answer = await typed('score', formFile('yongde-mingliang-school-meals-2022'));
    expect(answer).toMatchObject({
      edition: 'national-2020',
      execution: { points: '10.00', rate: '100.00', base: 'full-year' },
      total: '99.80',
      grade: '优',
      printed: { total: '96' },
    });
    expect(answer.findings).toContainEqual(expect.objectContaining({ code: 'TOTAL_NE_RULE' }));
  });

  it('is a line of a batch itself', async () => {
    const forms = ['langfang-hvac-2019', 'chizhou-tangxi-entrusted-2022'].map((name) =>
      JSON.stringify(JSON.parse(readFileSync(formFile(name), 'utf8'))),
    );
    const { lines, code } = await batch('score', `${forms.join('\n')}\n[]\n`);
    expect(lines).toMatchObject([
      { total: '97.24', grade: '优', execution: { points: '8.62', rate: '86.20' } },
      { total: null, grade: null, execution: { points: null } },
      { error: { code: 'FORM_MALFORMED' } },
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ['no such file', 'score', 'nowhere.json', 'FILE_NOT_READABLE'],
    ['a folder', 'score', import.meta.dirname, 'FILE_NOT_READABLE'],
    ['a file that is no JSON', 'score', import.meta.filename, 'FORM_NOT_JSON'],
    ['a file that is no workbook', 'check', import.meta.filename, 'SHEET_TYPE_WRONG'],
  ])('%s is refused', async (_what, name, file, code) => {
    expect(await typed(name, file)).toMatchObject({ error: { code } });
  });
});

describe('a filled-in xlsx', () => {
  it('is looked at cell by cell, and faults end the command with 1', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quancheng-ask-'));
    try {
      const file = path.join(folder, 'empty.xlsx');
      const { paper, head } = EMPTY_PAPER;
      writeFileSync(file, await writePaper({ paper, head, values: {} }));
      const { line, good } = await answerOne(askOf('check'), { file });
      expect(good).toBe(false);
      expect(JSON.parse(line)).toMatchObject({
        paper,
        faults: expect.arrayContaining([
          expect.objectContaining({ cell: expect.stringMatching(/^[A-Z]+\d+$/), field: 'requestedFen' }),
        ]),
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const EMPTY_PAPER: Pick<FilledPaper, 'paper' | 'head'> = {
  paper: 'goal-declaration',
  head: {
    division: '330211000',
    projectId: 'P2014-001',
    projectName: '农村生活污水治理',
    fiscalYear: 2014,
    unit: { code: '201001', name: '甲单位' },
    department: { code: '201', name: '甲部门' },
    edition: 'zh-2014',
    version: 1,
  },
};

describe('what is typed', () => {
  it.each([
    [['--working-days', '10'], { how: 'one', given: { workingDays: '10' } }],
    [['--working-days=10'], { how: 'one', given: { workingDays: '10' } }],
    [['--actual', '-1'], { how: 'one', given: { actual: '-1' } }],
    [['--batch'], { how: 'batch' }],
    [['--batch', '--start', 'x'], undefined],
    [['--start'], undefined],
    [['--start', 'a', '--start', 'b'], undefined],
    [['stray'], undefined],
  ])('%j', (words, call) => {
    expect(readCall({}, words)).toEqual(call);
  });

  it('one value may stand without an option where the ask has one', () => {
    expect(readCall({ positional: 'text' }, ['≥50 个'])).toEqual({ how: 'one', given: { text: '≥50 个' } });
    expect(readCall({ positional: 'text' }, ['a', 'b'])).toBeUndefined();
  });
});

describe('a batch', () => {
  it('answers line by line in the same order, and a bad line on its own line', async () => {
    const asked = ['{"score":"90"}', 'no json', '{"score":"59"}', '{"points":"1"}', '[]', 'null'];
    const { lines, code } = await batch('grade', `${asked.join('\n')}\n`);
    expect(lines).toMatchObject([
      { grade: '优秀' },
      { error: { code: 'LINE_NOT_JSON' } },
      { grade: '不合格' },
      { error: { code: 'ASKED_WRONGLY' } },
      { error: { code: 'ASKED_WRONGLY' } },
      { error: { code: 'ASKED_WRONGLY' } },
    ]);
    expect(code).toBe(1);
  });

  it('understands a mark of byte order, carriage returns, empty lines and a character cut between two pieces', async () => {
    const bytes = Buffer.from('\ufeff{"text":"≥50个"}\r\n\r\n{"text":"95%以上"}');
    const pieces = [...bytes].map((byte) => Uint8Array.of(byte));
    const { lines, code } = await batch('target', pieces);
    expect(lines).toMatchObject([
      { operator: '>=', value: '50' },
      { operator: '>=', value: '95' },
    ]);
    expect(code).toBe(0);
  });

  it('takes whole numbers as numbers, and refuses a fraction that may have been rounded on its way', async () => {
    const { lines } = await batch('grade', '{"score":90}\n{"score":89.5}\n');
    expect(lines).toMatchObject([{ grade: '优秀' }, { error: { fields: [{ field: 'score' }] } }]);
  });
});

describe('the command itself', () => {
  const script = path.resolve(import.meta.dirname, '../start/quancheng.ts');

  function run(words: string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((resolve, reject) => {
      // No setting at all: the rules are asked without any server or environment.
      const child = spawn(process.execPath, [script, ...words], { env: { DATABASE_URL: 'nonsense' } });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => {
        out += String(chunk);
      });
      child.stderr.on('data', (chunk) => {
        err += String(chunk);
      });
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, err }));
      child.stdin.end(input);
    });
  }

  it.each([
    [['target', '≥50个'], 0, '{"operator":">=","value":"50","unit":"个","kind":"number"}\n'],
    [['capitals', 'x'], 1, '{"error":'],
    [['nothing-such'], 2, ''],
    [['grade', 'stray', 'words'], 2, ''],
    [['--help'], 0, 'npm run -s quancheng'],
  ])('%j ends with %i', async (words, code, begins) => {
    const { out, ...ended } = await run(words);
    expect(ended.code).toBe(code);
    expect(out.startsWith(begins)).toBe(true);
  });

  it('a long batch comes back whole', async () => {
    const lines = 5_000;
    const { out, code } = await run(['capitals', '--batch'], '{"amount":"1409.50"}\n'.repeat(lines));
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.includes('壹仟肆佰零玖元伍角'))).toHaveLength(lines);
  });
});
