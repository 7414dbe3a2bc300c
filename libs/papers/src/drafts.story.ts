import type { Field } from '@quancheng/forms';
import fc from 'fast-check';
import type { PaperHead } from './paper.ts';

/** Whose papers the specs fill in. */
export const HEAD: PaperHead = {
  division: '330211000',
  projectId: 'P2014001',
  projectName: '农村生活污水治理',
  fiscalYear: 2014,
  unit: { code: '3302110011', name: '镇海区农业局' },
  department: { code: '330211001', name: '镇海区农业农村局' },
  edition: 'zh-2014',
  version: 3,
};

/** What a spreadsheet could take for something else: a formula, a number, a date, a label of the paper, a code of the format. */
const TRAPS = [
  '=1+1', '+86', "'50", '0012', '９', '95%', '1e5', '2014-03-01', '3-5', 'TRUE', '#N/A', '立项必要性', '*支出明细', '绩效指标', '三级指标',
  '项目支出绩效自评表', '单位（盖章）：', '金额单位：元', '错误清单', '<b>&amp;"', 'a_x000D_b', '_x0041_', '\u200b零宽', '\u00ad', '𠮷', '👩‍👧',
]; // biome-ignore format: a list of short texts
const line = fc.oneof(
  fc.constantFrom(...TRAPS),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((text) => text.replace(/\p{Cc}/gu, '').trim())
    .filter((text) => text !== ''),
);
const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/);
const date = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

function generated(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'line':
      return line;
    case 'text':
      return fc
        .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\t'))
        .map(([lines, ends]) => lines.join(ends));
    case 'money':
      return fc.bigInt(0n, 10n ** 17n - 1n);
    case 'decimal':
      return digits;
    case 'percent':
      return fc.oneof(fc.integer({ min: 0, max: 100 }).map(String), fc.stringMatching(/^\d{2}\.\d{1,3}$/));
    case 'date':
      return date;
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'choices':
      return fc.subarray(
        field.options.map(({ value }) => value),
        { minLength: 1 },
      );
    case 'sha256':
      return fc.stringMatching(/^[0-9a-f]{64}$/);
    case 'rows':
      return fc.array(
        draftOf(field.fields).filter((row) => Object.keys(row).length > 0),
        { minLength: 1, maxLength: 4 },
      );
  }
}

/**
 * Any draft of a form, also one that only half makes sense. A direction is always there: where it is not, a target such as
 * ≥50个 is told apart, and comes back otherwise.
 */
export const draftOf = (fields: readonly Field[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.name, generated(field)])), {
    requiredKeys: fields.map(({ name }) => name).filter((name) => name === 'direction'),
  });
