import { describe, expect, it } from '@jest/globals';
import { changed, fill, valueAt, type Written, zh } from './changed-paper.story.ts';

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
