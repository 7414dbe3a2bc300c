import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goalDeclarationForm, trackingReportForm } from '@quancheng/forms';
import { canonicalJson } from '@quancheng/kernel';
import type { PaperValues } from './begun.ts';
import { paperChanges } from './changes.ts';

const { fields } = goalDeclarationForm;
const row = (no: string, more: object = {}) => ({ row: no, name: `指标${no}`, target: '100', ...more });

const said = (before: PaperValues, after: PaperValues) =>
  paperChanges(fields, before, after).map(({ field, label, before: was, after: is }) => [
    field,
    label.zh,
    was,
    is,
  ]);

describe('what a paper brings otherwise than it was', () => {
  it.each<[string, PaperValues, PaperValues, unknown[][]]>([
    [
      'an amount, in yuan',
      { requestedFen: 60_000_000n },
      { requestedFen: 60_000_050n },
      [['requestedFen', '本年申报金额', '600000.00', '600000.50']],
    ],
    ['a text that was blank', {}, { need: '污水直排' }, [['need', '立项必要性', null, '污水直排']]],
    ['a text that is blank now', { need: '污水直排' }, {}, [['need', '立项必要性', '污水直排', null]]],
    [
      'a cell of the row that its number names, wherever the row stands',
      { indicators: [row('1'), row('2')] },
      { indicators: [row('9'), row('1'), row('2', { target: '120' })] },
      [
        ['indicators.0.row', '绩效指标 · 第 9 行 · 序号', null, '9'],
        ['indicators.0.name', '绩效指标 · 第 9 行 · 三级指标', null, '指标9'],
        ['indicators.0.target', '绩效指标 · 第 9 行 · 目标值', null, '100'],
        ['indicators.2.target', '绩效指标 · 第 2 行 · 目标值', '100', '120'],
      ],
    ],
    [
      'a choice, by its word',
      { funding: [{ source: 'fiscal' }] },
      { funding: [{ source: 'other' }] },
      [['funding.0.source', '资金来源 · 第 1 行 · 资金来源', '本年财政拨款', '自筹及其他']],
    ],
    [
      'rows that changed places',
      { gaps: [{ kind: 'quality' }, { kind: 'cost' }] },
      { gaps: [{ kind: 'cost' }, { kind: 'quality' }] },
      [
        ['gaps.0.kind', '未设指标的说明 · 第 1 行 · 类别', '质量', '成本'],
        ['gaps.1.kind', '未设指标的说明 · 第 2 行 · 类别', '成本', '质量'],
      ],
    ],
  ])('%s', (_, before, after, changes) => {
    expect(said(before, after)).toEqual(changes);
  });

  it('is nothing only where both are the same, whatever rows stand twice or change places', () => {
    const rows = fc.array(
      fc.record(
        {
          row: fc.constantFrom('1', '2', '3'),
          actual: fc.constantFrom('1', '1.0'),
          note: fc.constant('说明'),
        },
        { requiredKeys: ['row'] },
      ),
      { maxLength: 4 },
    );
    const paper = fc.record(
      {
        indicators: rows,
        expectedSpendFen: fc.constantFrom(0n, 1n),
        causes: fc.subarray(['funding', 'policy']),
        remark: fc.constantFrom('甲', '乙'),
      },
      { requiredKeys: [] },
    );
    const filled = (values: PaperValues): string =>
      canonicalJson({
        ...values,
        indicators: values.indicators ?? [],
        causes: (values.causes as string[] | undefined)?.length === 0 ? undefined : values.causes,
      });
    fc.assert(
      fc.property(paper, paper, (before, after) => {
        const isSame = filled(before) === filled(after);
        expect(paperChanges(trackingReportForm.fields, before, after).length === 0).toBe(isSame);
      }),
    );
  });
});
