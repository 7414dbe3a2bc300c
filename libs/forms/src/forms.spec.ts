import { describe, expect, it } from '@jest/globals';
import { canonicalJson, fromJson, toJson } from '@quancheng/kernel';
import {
  type Field,
  type Form,
  goalDeclarationForm,
  INDICATOR_KINDS,
  moneySchema,
  reviewSheetForm,
  trackingReportForm,
} from './index.ts';

const papers: readonly Form<readonly Field[]>[] = [
  goalDeclarationForm,
  reviewSheetForm,
  trackingReportForm,
] as never;
const everyField = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'rows' ? everyField(field.fields) : [])]);
const faults = (answer: {
  error?: { issues: { path: PropertyKey[]; params?: unknown; message: string }[] } | undefined;
}) =>
  (answer.error?.issues ?? []).map(
    ({ path, params, message }) =>
      `${path.map(String).join('.')} ${(params as { fault?: { code: string } })?.fault?.code ?? message}`,
  );

describe('money as people give it', () => {
  it.each([
    [{ amount: '132.912', unit: '万元' }, 132_912_000n],
    [{ amount: '10606.7522', unit: '万元' }, 10_606_752_200n],
    [{ amount: '0.000001', unit: '万元' }, 1n],
    [{ amount: '499,999.99', unit: '元' }, 49_999_999n],
    [50_000_000n, 50_000_000n],
    [0n, 0n],
  ])('%j', (given, fen) => {
    expect(moneySchema.parse(given)).toBe(fen);
  });

  it.each([
    [{ amount: '50' }, 'MONEY_UNIT_MISSING'],
    [{ amount: '50', unit: '亿元' }, 'MONEY_UNIT_UNKNOWN'],
    [{ amount: '50.001', unit: '元' }, 'MONEY_BELOW_ONE_FEN'],
    [{ amount: '0.0000001', unit: '万元' }, 'MONEY_BELOW_ONE_FEN'],
    [{ amount: '-1', unit: '元' }, 'MONEY_NEGATIVE'],
    [{ amount: '五十', unit: '元' }, 'MONEY_NOT_AN_AMOUNT'],
    [{ unit: '元' }, 'MONEY_NOT_AN_AMOUNT'],
    ['50.00', 'MONEY_UNIT_MISSING'],
    [50, 'MONEY_UNIT_MISSING'],
    [-1n, 'MONEY_NEGATIVE'],
    [10n ** 18n, 'MONEY_TOO_LARGE'],
    ['', '必填 / required'],
    [undefined, '必填 / required'],
  ])('%p is refused', (given, code) => {
    expect(faults(moneySchema.safeParse(given))).toEqual([` ${code}`]);
  });
});

describe('every paper is one list of fields', () => {
  it.each(papers.map((paper) => [paper.id, paper] as const))(
    '%s: each field has a label and help in both languages, money ends in Fen, names are used once',
    (_id, { fields }) => {
      for (const { label, help, name, kind } of everyField(fields)) {
        for (const words of [label, help])
          expect([name, words.zh !== '' && words.en !== '']).toEqual([name, true]);
        expect([name, name.endsWith('Fen')]).toEqual([name, kind === 'money']);
      }
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it.each(papers.map((paper) => [paper.id, paper] as const))(
    '%s: an empty paper names exactly its required fields; an empty draft holds',
    (_id, { fields, schema, draft }) => {
      const required = fields.filter((field) => field.required).map(({ name }) => `${name} 必填 / required`);
      expect(faults(schema.safeParse({}))).toEqual(required);
      expect(draft.safeParse({}).success).toBe(true);
    },
  );

  it('a stored paper reads back as itself, so a draft can be sent again', () => {
    const paper = {
      requestedFen: { amount: '50.5', unit: '万元' },
      need: '需要',
      content: '内容',
      lines: [{ item: '一', amountFen: { amount: '505000', unit: '元' }, quantity: '' }],
    };
    const stored = goalDeclarationForm.schema.parse(paper);
    const back = fromJson(toJson(stored));
    expect(canonicalJson(goalDeclarationForm.schema.parse(back))).toBe(canonicalJson(stored));
    expect(stored).toMatchObject({
      requestedFen: 50_500_000n,
      lines: [{ amountFen: 50_500_000n, quantity: undefined }],
    });
  });

  const filled = { requestedFen: 1n, need: '需要', content: '内容', lines: [{ item: '一', amountFen: 1n }] };
  it.each([
    ['a blank is not filled in', { need: '   ' }, 'need 必填 / required'],
    [
      'a day that does not exist',
      { startOn: '2014-02-29' },
      'startOn 日期不存在，应如 2014-04-22 / no such date; write 2014-04-22',
    ],
    ['no rows at all', { lines: [] }, 'lines 至少填一行 / at least one row'],
    ['a row without its amount', { lines: [{ item: '一' }] }, 'lines.0.amountFen 必填 / required'],
    [
      'a sign that is no character',
      { need: 'a\ufffe' },
      'need 含有无法保存的字符 / has characters that cannot be stored',
    ],
    ['a null byte', { need: 'a\u0000b' }, 'need 含有无法保存的字符 / has characters that cannot be stored'],
    [
      'half a character',
      { need: '\ud83d' },
      'need 含有无法保存的字符 / has characters that cannot be stored',
    ],
    ['2 MB of text', { need: '长'.repeat(1_000_000) }, 'need 最多10000字 / at most 10000 characters'],
    [
      'a field the paper does not have',
      { boss: '张三' },
      ' 表中没有这些栏目：boss / the paper has no such fields: boss',
    ],
    [
      'a number where a text is exact',
      { executionWeight: 10 },
      'executionWeight 填写的类型不对 / not of the kind that is asked for',
    ],
    [
      'no number',
      { executionWeight: '十' },
      'executionWeight 应为数字（文本），如 95.5 / an exact decimal in text, like 95.5',
    ],
  ])('%s', (_what, more, fault) => {
    expect(faults(goalDeclarationForm.schema.safeParse({ ...filled, ...more }))).toEqual([fault]);
  });

  it('lines end with a line feed alone, however they were sent', () => {
    expect(goalDeclarationForm.draft.parse({ need: '一\r\n二\r三\n四' })).toEqual({ need: '一\n二\n三\n四' });
  });

  it('emoji and rare characters are kept', () => {
    expect(goalDeclarationForm.schema.parse({ ...filled, need: '𠮷野家🚰䶮' })).toMatchObject({
      need: '𠮷野家🚰䶮',
    });
  });

  it('a share above 100 is refused, the bounds are not', () => {
    const report = (progressPercent: string) =>
      trackingReportForm.schema.safeParse({ progressPercent, likelihood: 'certain' }).success;
    expect(['0', '100', '100.01', '-1', '290'].map(report)).toEqual([true, true, false, false, false]);
  });

  it('has every kind of output, four of benefit, and satisfaction', () => {
    expect(INDICATOR_KINDS.map((kind) => kind.class)).toEqual([
      'output',
      'output',
      'output',
      'output',
      'benefit',
      'benefit',
      'benefit',
      'benefit',
      'satisfaction',
    ]);
  });
});
