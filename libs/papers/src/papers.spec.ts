import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, it } from '@jest/globals';
import type { Field } from '@quancheng/forms';
import { isRefusal } from '@quancheng/kernel';
import fc from 'fast-check';
import { draftOf, HEAD as head } from './drafts.story.ts';
import { FOOTER, FORMS, isRows, labelKey, labelOf } from './layout.ts';
import { type FilledPaper, markPaper, PAPERS, type ReadPaper, readPaper, writePaper } from './index.ts';

const optionsOf = (field: Field): string[] =>
  field.kind === 'choice' || field.kind === 'choices' ? field.options.map(({ label }) => label.zh) : [];

describe('a paper as a file', () => {
  it.each(PAPERS)(
    '%s comes back with the same values, and goes out again as the same bytes',
    async (paper) => {
      await fc.assert(
        fc.asyncProperty(
          draftOf(FORMS[paper].fields),
          fc.constantFrom('元' as const, '万元' as const),
          async (values, moneyUnit) => {
            const filled: FilledPaper = { paper, head, values };
            const bytes = await writePaper(filled, { moneyUnit });
            const read = await readPaper(bytes);
            if (isRefusal(read)) throw new Error(JSON.stringify(read));
            expect(read.values).toEqual(values);
            expect(read.head).toEqual(head);
            expect(read.notes).toEqual([]);
            const again = await writePaper(
              { paper: read.paper, head: read.head, values: read.values },
              { moneyUnit },
            );
            expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it.each(PAPERS)(
    '%s has choices that fit into a list of the office program, and labels that are told apart',
    (paper) => {
      const check = (fields: readonly Field[]) => {
        const keys = fields.map((field) => labelKey(labelOf(field)));
        expect(keys).toEqual([...new Set(keys)]);
        for (const field of fields) {
          if (isRows(field)) check(field.fields);
          const labels = optionsOf(field);
          expect([field.name, labels.join(',').split(','), labels.join(',').length <= 250]).toEqual([
            field.name,
            labels.length > 0 ? labels : [''],
            true,
          ]);
        }
      };
      check(FORMS[paper].fields);
    },
  );

  it('of a review has its points, each with its key locked until it is marked', async () => {
    const bytes = await writePaper({
      paper: 'goal-review',
      head,
      values: { marks: [{ point: '4.2', mark: '优' }] },
    });
    const read = (await readPaper(bytes)) as ReadPaper;
    expect([read.values, read.moneyUnit]).toEqual([{ marks: [{ point: '4.2', mark: '优' }] }, undefined]);
    const texts = await columnIn(bytes, 2);
    expect(texts.filter((text) => text.includes('：') && !text.startsWith(FOOTER))).toHaveLength(23);
  });

  it('of a round shows what was approved beside the rows, and reads back only what was filled in', async () => {
    const approved = ['1', '2', '3'].map((row) => ({ row, shown: `指标${row} ≥50个` }));
    const values = { indicators: [{ row: '2', actual: '30' }], progressPercent: '55', likelihood: 'certain' };
    const bytes = await writePaper({
      paper: 'tracking-report',
      head: { ...head, round: '2014-07' },
      values,
      approved,
    });
    const read = (await readPaper(bytes)) as ReadPaper;
    expect([read.values, read.faults, read.notes, read.head.round]).toEqual([values, [], [], '2014-07']);
    expect(await columnIn(bytes, 2)).toEqual(expect.arrayContaining(approved.map(({ shown }) => shown)));
  });

  it('has what is missing marked in its cells, and a list of it; marking again replaces the marks', async () => {
    const bytes = await writePaper({ paper: 'goal-declaration', head, values: {} });
    const { faults } = (await readPaper(bytes)) as ReadPaper;
    const missing = [
      ['C8', 'requestedFen', 'NOT_FILLED_IN'],
      ['C18', 'need', 'NOT_FILLED_IN'],
      ['C33', 'content', 'NOT_FILLED_IN'],
      ['A35', 'lines', 'NOT_FILLED_IN'],
    ];
    expect(faults.map(({ cell, field, code }) => [cell, field, code])).toEqual(missing);
    const marked = (await markPaper(bytes, faults)) as Uint8Array;
    const read = (await readPaper(marked)) as ReadPaper;
    expect([read.faults, read.notes]).toEqual([faults, []]);
    expect(await notesIn(marked)).toEqual(missing.map(([cell]) => cell));
    const mended = (await markPaper(marked, faults.slice(1))) as Uint8Array;
    expect(await notesIn(mended)).toEqual(missing.slice(1).map(([cell]) => cell));
    expect(await notesIn((await markPaper(mended, [])) as Uint8Array)).toEqual([]);
  });
});

it("the clerk's own colours and notes stand when the marks come, and when they go", async () => {
  const book = new Workbook();
  await book.xlsx.load(await writePaper({ paper: 'goal-declaration', head, values: {} }));
  const green = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } } as const;
  const own = book.worksheets[0]?.getCell('C8');
  if (own !== undefined) Object.assign(own, { fill: green, note: '等批文' });
  const bytes = new Uint8Array(await book.xlsx.writeBuffer({ validate: false }));
  const { faults } = (await readPaper(bytes)) as ReadPaper;
  const marked = (await markPaper(bytes, faults)) as Uint8Array;
  expect(await cellIn(marked, 'C8')).toEqual({
    fill: green,
    note: expect.stringMatching(/^等批文\n【错误】必填/),
  });
  expect(await cellIn((await markPaper(marked, [])) as Uint8Array, 'C8')).toEqual({
    fill: green,
    note: '等批文',
  });
});

async function cellIn(bytes: Uint8Array, address: string) {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const cell = book.worksheets[0]?.getCell(address);
  const note = cell?.note;
  return {
    fill: cell?.fill,
    note: typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join(''),
  };
}

/** The cells that carry one of our marks. */
async function notesIn(bytes: Uint8Array): Promise<string[]> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const cells: string[] = [];
  book.worksheets[0]?.eachRow((row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (JSON.stringify(cell.note ?? '').includes('【错误】') && cell.master === cell)
        cells.push(cell.address);
    });
  });
  return cells;
}

async function columnIn(bytes: Uint8Array, column: number): Promise<string[]> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const texts: string[] = [];
  book.worksheets[0]?.eachRow((row) => texts.push(row.getCell(column).text));
  return texts;
}
