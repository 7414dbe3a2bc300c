import { type Cell, type CellValue, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { describe, expect, it } from '@jest/globals';
import { day, type Refusal } from '@quancheng/kernel';
import {
  checkPaper,
  type PaperHead,
  paperIsStale,
  paperMismatch,
  type ReadPaper,
  readPaper,
  writePaper,
} from './index.ts';

const head: PaperHead = {
  division: '330211000',
  projectId: 'P2014001',
  projectName: '农村生活污水治理',
  fiscalYear: 2014,
  unit: { code: '3302110011', name: '镇海区农业局' },
  department: { code: '330211001', name: '镇海区农业局' },
  edition: 'zh-2014',
  version: 3,
};

const values = {
  requestedFen: 50_000_000n,
  startOn: day('2014-03-01'),
  need: '村庄污水直排',
  content: '治理50个村',
  lines: [
    { item: '管网', quantity: '50', unit: '个', amountFen: 30_000_000n },
    { item: '监理', amountFen: 20_000_000n },
  ],
  indicators: [
    {
      row: '1',
      kind: 'quantity',
      name: '治理村数',
      direction: 'higher',
      target: '50',
      unit: '个',
      weight: '45',
    },
    {
      row: '2',
      kind: 'quality',
      name: '验收合格率',
      direction: 'higher',
      target: '95',
      unit: '%',
      weight: '45',
    },
  ],
  executionWeight: '10',
};

/** The honest paper, changed as people change it. `at` finds the cell of a field. */
async function changed(
  change: (sheet: Worksheet, at: (field: string) => string, book: Workbook) => void,
): Promise<ReadPaper> {
  const bytes = await writePaper({ paper: 'goal-declaration', head, values });
  const honest = (await readPaper(bytes)) as ReadPaper;
  const book = new Workbook();
  await book.xlsx.load(bytes);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('the paper has no sheet');
  change(sheet, (field) => honest.at(field).cell, book);
  return (await readPaper(new Uint8Array(await book.xlsx.writeBuffer({ validate: false })))) as ReadPaper;
}

const valueAt = (read: ReadPaper, field: string): unknown =>
  field
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], read.values);
const zh = (read: ReadPaper): string[] => read.notes.map((note) => note.zh);

/** A value alone, or with the format that the office program gave its cell. */
type Written = CellValue | { readonly value: CellValue; readonly format: string };

function fill(cell: Cell, written: Written): void {
  if (typeof written !== 'object' || written === null || !('format' in written)) cell.value = written;
  else Object.assign(cell, { value: written.value, numFmt: written.format });
}

describe('a cell as people fill it in', () => {
  const percent = (value: number) => ({ value, format: '0%' });
  it.each<[string, string, Written, unknown, ...string[]]>([
    ['full-width digits', 'requestedFen', '５０．００', 50_000_000n, '全角'],
    ['separators and spaces', 'requestedFen', ' 1,234.50 ', 1_234_500_000n, '千分位'],
    ['separators of full width', 'requestedFen', '1，234.50', 1_234_500_000n, '全角', '千分位'],
    [
      'another unit in the cell',
      'requestedFen',
      '500000元',
      50_000_000n,
      '单元格内写的单位读取：C8“500000元”→“500000.00元”',
    ],
    ['a sign of money', 'requestedFen', '￥50', 50_000_000n, '货币符号'],
    ['a number', 'requestedFen', 50, 50_000_000n],
    ['a share of a number', 'executionWeight', '10分', '10', '计量单位'],
    ['a formula with its saved value', 'requestedFen', { formula: '20+30', result: 50 }, 50_000_000n, '公式'],
    ['a date in words', 'startOn', '2014年3月1日', '2014-03-01', '日期'],
    ['a date with slashes', 'startOn', '2014/3/1', '2014-03-01', '日期'],
    ['a date in eight digits', 'startOn', 20140301, '2014-03-01', '日期'],
    ['a date', 'startOn', new Date('2014-03-01'), '2014-03-01'],
    ['a date and midnight', 'startOn', new Date('2014-03-01T00:00:00Z'), '2014-03-01'],
    ['a choice by its sign', 'indicators.0.direction', '≥', 'higher', '选项'],
    ['a choice by two signs', 'indicators.0.direction', '>=', 'higher', '选项'],
    ['a choice by its meaning', 'indicators.0.direction', '不低于', 'higher', '选项'],
    ['a choice by its stored value', 'indicators.0.direction', 'higher', 'higher', '选项'],
    ['a choice as papers name it', 'indicators.0.kind', '数量指标', 'quantity', '选项'],
    ['a number for a text', 'indicators.0.target', 50, '50'],
    ['a percentage for a text', 'need', percent(0.95), '95%', '百分比'],
    ['a percentage where the unit says so too', 'indicators.1.target', percent(0.95), '95', '百分比'],
    ['a percentage for a number', 'executionWeight', percent(0.1), '10', '百分比'],
    ['a text for a number', 'lines.0.quantity', '50', '50'],
    ['a rich text', 'need', { richText: [{ text: '污水' }, { text: '直排' }] }, '污水直排'],
    ['yes for a text', 'need', true, '是'],
  ])('%s', async (_, field, written, value, ...notes) => {
    const read = await changed((sheet, at) => {
      fill(sheet.getCell(at(field)), written);
    });
    expect([read.faults, valueAt(read, field)]).toEqual([[], value]);
    expect(zh(read)).toEqual(notes.map((note) => expect.stringContaining(note)));
  });

  it.each<[string, string, Written, string]>([
    ['a formula that was never calculated', 'requestedFen', { formula: 'A1+1' }, 'FORMULA_WITHOUT_VALUE'],
    [
      'a formula that reads another file',
      'requestedFen',
      { formula: "'[1]表'!A1", result: 5 },
      'FORMULA_REACHES_OUTSIDE',
    ],
    [
      'a formula that asks the network',
      'need',
      { formula: 'WEBSERVICE("http://x.example")', result: 'a' },
      'FORMULA_REACHES_OUTSIDE',
    ],
    ['an error', 'requestedFen', { error: '#N/A' }, 'CELL_ERROR'],
    ['words for money', 'requestedFen', '约50万', 'MONEY_NOT_AN_AMOUNT'],
    ['less than a fen', 'requestedFen', '0.0000001', 'MONEY_BELOW_ONE_FEN'],
    ['money below zero', 'requestedFen', '-5', 'MONEY_NEGATIVE'],
    [
      'a date for money',
      'requestedFen',
      { value: new Date('2014-03-01'), format: 'yyyy-mm-dd' },
      'NOT_A_NUMBER',
    ],
    ['words for a number', 'executionWeight', '十分', 'NOT_A_NUMBER'],
    ['a month for a date', 'startOn', '2014年3月', 'DATE_SHAPE'],
    ['a day that does not exist', 'startOn', '2014-02-30', 'DATE_DOES_NOT_EXIST'],
    ['a choice that is none', 'indicators.0.kind', '其他', 'NOT_ONE_OF'],
    ['nothing where something is required', 'requestedFen', null, 'NOT_FILLED_IN'],
    ['nothing in a required column', 'lines.1.item', null, 'NOT_FILLED_IN'],
    ['two lines where one is asked', 'lines.1.item', '监理\n费', 'custom'],
    ['too long a line', 'lines.1.item', '长'.repeat(301), 'too_big'],
  ])('%s is a fault at its cell, and the value is left out', async (_, field, written, code) => {
    let cell = '';
    const read = await changed((sheet, at) => {
      cell = at(field);
      fill(sheet.getCell(cell), written);
    });
    expect(read.faults).toEqual([expect.objectContaining({ field, cell, code })]);
    expect(valueAt(read, field)).toBeUndefined();
  });
});

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
