import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '@quancheng/kernel';
import { changed, fill, head, valueAt, values, zh } from './changed-paper.story.ts';
import { checkPaper, paperIsStale, paperMismatch, type ReadPaper, writePaper } from './index.ts';

describe('a form as people change it', () => {
  it('keeps its values when rows are put in above and between', async () => {
    const read = await changed((sheet, at) => {
      sheet.insertRow(Number(/\d+/.exec(at('need'))?.[0]), []);
      sheet.insertRow(3, []);
    });
    expect([read.faults, read.values]).toEqual([[], values]);
  });

  it('takes the rows beyond those prepared', async () => {
    const read = await changed((sheet, at) => {
      const last = Number(/\d+/.exec(at('lines.1.item'))?.[0]);
      for (let more = 1; more <= 20; more++)
        sheet.insertRow(last + more, [`追加${more}`, null, null, null, 1]);
    });
    expect([read.faults, (read.values.lines as unknown[]).length]).toEqual([[], 22]);
    expect(valueAt(read, 'lines.2')).toEqual({ item: '追加1', amountFen: 1_000_000n });
  });

  it('refuses rows beyond the limit at the name of their table', async () => {
    const read = await changed((sheet, at) => {
      const last = Number(/\d+/.exec(at('lines.1.item'))?.[0]);
      sheet.insertRows(
        last + 1,
        Array.from({ length: 500 }, (_, index) => [`追加${index}`, null, null, null, 1]),
      );
    });
    expect(read.faults).toEqual([expect.objectContaining({ field: 'lines', code: 'too_big' })]);
  });

  it('finds its columns by their titles, in any order; an unknown one is kept in the file and noted', async () => {
    const read = await changed((sheet, at) => {
      const titles = Number(/\d+/.exec(at('lines.0.item'))?.[0]) - 1;
      for (const row of [titles, titles + 1, titles + 2]) {
        const [item, unit] = [sheet.getCell(row, 1).value, sheet.getCell(row, 3).value];
        sheet.getCell(row, 1).value = unit;
        sheet.getCell(row, 3).value = item;
      }
      sheet.getCell(titles, 9).value = '备注';
      sheet.getCell(titles + 1, 9).value = '另附';
    });
    expect([read.faults, read.values]).toEqual([[], values]);
    expect(zh(read)).toEqual([expect.stringContaining('备注')]);
  });

  it('says which required column has gone', async () => {
    const read = await changed((sheet, at) => {
      const titles = Number(/\d+/.exec(at('lines.0.item'))?.[0]) - 1;
      sheet.getCell(titles, 1).value = '事项';
    });
    expect(read.faults.map(({ field, code }) => [field, code])).toEqual([
      ['lines.0.item', 'NOT_FILLED_IN'],
      ['lines.1.item', 'NOT_FILLED_IN'],
    ]);
    expect(zh(read)).toEqual([
      expect.stringContaining('缺少栏目：支出内容'),
      expect.stringContaining('“事项”'),
    ]);
  });

  it('takes a class that is merged beside its rows for each of them, with a note', async () => {
    const read = await changed((sheet, at) => {
      sheet.getCell(at('indicators.1.kind')).value = null;
      sheet.mergeCells(`${at('indicators.0.kind')}:${at('indicators.1.kind')}`);
    });
    expect([read.faults, valueAt(read, 'indicators.1.kind')]).toEqual([[], 'quantity']);
    expect(zh(read)).toEqual([expect.stringContaining('合并')]);
  });

  it.each([
    ['≥50个', { direction: 'higher', target: '50', unit: '个' }, '≥（不低于） 50 个'],
    ['≤3%', { direction: 'lower', target: '3', unit: '%' }, '≤（不高于） 3 %'],
    ['＞50个', { direction: 'above', target: '50', unit: '个' }, '＞（高于） 50 个'],
    ['不低于95%', { direction: 'higher', target: '95', unit: '%' }, '≥（不低于） 95 %'],
  ])('tells a target %s in one cell apart, with a note', async (written, told, note) => {
    const read = await changed((sheet, at) => {
      fill(sheet.getCell(at('indicators.0.target')), written);
      for (const field of ['direction', 'unit']) fill(sheet.getCell(at(`indicators.0.${field}`)), null);
    });
    expect([read.faults, valueAt(read, 'indicators.0')]).toEqual([[], expect.objectContaining(told)]);
    expect(zh(read)).toEqual([expect.stringContaining(note)]);
  });

  it.each(['50个', '大约50个', '效果明显'])(
    'leaves a target %s as it is, for its direction is to be chosen',
    async (written) => {
      const read = await changed((sheet, at) => {
        fill(sheet.getCell(at('indicators.0.target')), written);
        for (const field of ['direction', 'unit']) fill(sheet.getCell(at(`indicators.0.${field}`)), null);
      });
      expect(read.faults).toEqual([
        expect.objectContaining({ field: 'indicators.0.direction', code: 'NOT_FILLED_IN' }),
      ]);
      expect([valueAt(read, 'indicators.0.target'), read.notes]).toEqual([written, []]);
    },
  );

  it('does not copy a merged figure to each row', async () => {
    const read = await changed((sheet, at) => {
      sheet.mergeCells(`${at('indicators.0.weight')}:${at('indicators.1.weight')}`);
    });
    expect(read.faults.map(({ field, code }) => [field, code])).toEqual([
      ['indicators.0.weight', 'CELL_MERGED'],
      ['indicators.1.weight', 'CELL_MERGED'],
    ]);
  });

  it('passes over a row of totals, hidden rows and other sheets, and says so', async () => {
    const read = await changed((sheet, at, book) => {
      const last = Number(/\d+/.exec(at('lines.1.item'))?.[0]);
      sheet.getCell(last + 1, 1).value = '合计';
      sheet.getCell(last + 1, 5).value = { formula: `SUM(E${last - 1}:E${last})`, result: 50 };
      sheet.getRow(last).hidden = true;
      book.addWorksheet('草稿').getCell('A1').value = '备忘';
      book.addWorksheet('旧表', { state: 'hidden' }).getCell('A1').value = '项目支出绩效目标申报表';
    });
    expect([read.faults, read.values]).toEqual([[], values]);
    expect(zh(read)).toEqual([
      expect.stringContaining('旧表'),
      expect.stringContaining('草稿'),
      expect.stringContaining('1 行被隐藏'),
      expect.stringContaining('合计'),
    ]);
  });

  it('names a second value behind one label', async () => {
    const read = await changed((sheet, at) => {
      sheet.unMergeCells(at('need'));
      sheet.getCell(Number(/\d+/.exec(at('need'))?.[0]), 8).value = '又一段';
    });
    expect(read.faults).toEqual([expect.objectContaining({ field: 'need', code: 'CELL_SECOND_VALUE' })]);
  });

  it('is read the same by labels alone when the file has lost its formats', async () => {
    const read = await changed((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          cell.style = cell.numFmt === 'yyyy-mm-dd' ? { numFmt: 'yyyy-mm-dd' } : {};
        });
      });
    });
    expect([read.faults, read.values]).toEqual([[], values]);
  });
});

describe('a file that is not the one', () => {
  const unit = (sheet: Worksheet) => {
    let found = '';
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.value === '金额单位：') found = sheet.getCell(cell.row, cell.col + 1).address;
      });
    });
    return sheet.getCell(found);
  };

  it.each([
    [
      'states no unit of money',
      (sheet: Worksheet) => {
        unit(sheet).value = null;
      },
      'PAPER_MONEY_UNIT_MISSING',
    ],
    [
      'states a unit that is none',
      (sheet: Worksheet) => {
        unit(sheet).value = '千元';
      },
      'PAPER_MONEY_UNIT_UNKNOWN',
    ],
    [
      'states two units of money',
      (sheet: Worksheet) => {
        sheet.getCell('A2').value = '单位：元';
      },
      'PAPER_MONEY_UNITS_DIFFER',
    ],
    [
      'has no title',
      (sheet: Worksheet) => {
        sheet.getCell('A1').value = '申报表';
      },
      'PAPER_UNKNOWN',
    ],
    [
      'does not say its year',
      (sheet: Worksheet) => {
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.value === '2014') cell.value = '今年';
          }),
        );
      },
      'PAPER_HEAD_INCOMPLETE',
    ],
    [
      'holds two papers',
      (sheet: Worksheet, _: unknown, book: Workbook) => {
        book.addWorksheet('二').getCell('A1').value = sheet.getCell('A1').value;
      },
      'PAPER_SEVERAL',
    ],
  ] as const)('%s: it is refused', async (_, change, code) => {
    expect(await changed(change)).toMatchObject({ refused: true, code });
  });

  it('states its unit in one cell, and is read in it', async () => {
    const read = await changed((sheet) => {
      unit(sheet).value = null;
      sheet.getCell('A2').value = '（金额单位：元）';
    });
    expect(read.values.requestedFen).toBe(5_000n);
  });

  it.each([
    ['another division', { division: '330212000' }],
    ['another project', { projectId: 'P2' }],
    ['another year', { fiscalYear: 2013 }],
    ['another unit', { unit: { code: '9', name: '甲' } }],
    ['another round', { round: '2014-07' }],
    ['another paper', { paper: 'self-evaluation' }],
  ] as const)('is of %s: it does not belong here', async (_, other) => {
    const read = await changed(() => undefined);
    const expected = { paper: 'goal-declaration', ...head, ...other } as const;
    expect(paperMismatch(read, expected)).toMatchObject({ refused: true, code: 'PAPER_OF_ANOTHER' });
    expect(paperMismatch(read, { paper: 'goal-declaration', ...head })).toBeNull();
  });

  it('is stale when the project has moved on', async () => {
    const read = await changed(() => undefined);
    expect(paperIsStale(read, head)).toBeNull();
    expect(paperIsStale(read, { ...head, version: 5 })?.zh).toContain('文件版本3，现在5');
  });
});

describe('a paper checked without a server', () => {
  it('has the figures that do not fit each other named by their cells', async () => {
    const line = {
      row: '1',
      kind: 'quantity',
      name: '村数',
      direction: 'higher',
      target: '50',
      unit: '个',
      actual: '50',
      weight: '80',
    };
    const bytes = await writePaper({
      paper: 'self-evaluation',
      head,
      values: {
        indicators: [line, { ...line, actual: '≥40', weight: '5' }],
        executedFen: 10n,
        fullYearBudgetFen: 10n,
        executionWeight: '10',
        goalAchieved: '治理了50个村',
        problems: '无',
        measures: '无',
      },
    });
    const { faults } = (await checkPaper(bytes)) as ReadPaper;
    expect(faults.map(({ cell, field, code }) => [cell, field, code])).toEqual([
      ['A10', 'indicators.0.row', 'ROW_TWICE'],
      ['A11', 'indicators.1.row', 'ROW_TWICE'],
      ['G11', 'indicators.1.actual', 'ACTUAL_HAS_OPERATOR'],
      ['A8', 'indicators', 'WEIGHTS_NOT_100'],
    ]);
  });

  it('is refused where it is no paper', async () =>
    expect(((await checkPaper(new Uint8Array())) as Refusal).code).toBe('SHEET_TYPE_WRONG'));
});
