import { exact, type FieldFault, isExactText } from '@quancheng/kernel';
import type { GoalDeclarationDraft } from './goal-declaration.form.ts';
import { isRatio, rollUpPeriods } from './roll-up.ts';

type Paper = Pick<GoalDeclarationDraft, 'indicators' | 'periodValues'>;
type Indicator = NonNullable<Paper['indicators']>[number];
type PeriodValue = NonNullable<Paper['periodValues']>[number];

/**
 * 分期目标值 against the targets that they are to add up to, of a paper as far as it is filled in. Fields are named from its root;
 * nothing is compared with a blank.
 */
export function checkPeriodPlan({ indicators = [], periodValues = [] }: Paper): FieldFault[] {
  const rows = new Set(indicators.map(({ row }) => row));
  return [
    ...indicators.flatMap((indicator, index) => [
      ...rollUpFault(indicator, index),
      ...planFault(indicator, periodValues),
    ]),
    ...periodValues.flatMap(({ row }, index) =>
      row === undefined || rows.has(row)
        ? []
        : [
            fault(
              `periodValues.${index}.row`,
              'PERIOD_OF_NO_INDICATOR',
              `绩效指标中没有序号 ${row}`,
              `no indicator has row ${row}`,
            ),
          ],
    ),
  ];
}

const fault = (field: string, code: string, zh: string, en: string): FieldFault => ({
  field,
  code,
  because: { zh, en },
});

/** A share or a rate that is to be added up, whatever its periods say. */
const rollUpFault = ({ rollUp, unit, name }: Indicator, index: number): FieldFault[] =>
  rollUp === 'sum' && isRatio(unit)
    ? [
        fault(
          `indicators.${index}.rollUp`,
          'RATIO_NOT_ADDED',
          `“${name ?? ''}”是比率，不能各期相加`,
          `"${name ?? ''}" is a ratio: its periods are never added`,
        ),
      ]
    : [];

/** Every way of adding up but a ratio's can be held against the target; a ratio's plan has no numerators. */
function planFault(indicator: Indicator, all: readonly PeriodValue[]): FieldFault[] {
  const { row, name = '', rollUp, unit, target = '', direction } = indicator;
  const own = all.flatMap(({ row: of, period, planned: value }, index) =>
    of === row && period !== undefined && value !== undefined ? [{ period, value, index }] : [],
  );
  const [first] = own;
  if (first === undefined || direction === 'qualitative') return [];
  const year = rollUpPeriods({ rollUp, unit }, own);
  const at = `periodValues.${first.index}.planned`;
  if (year.value === null)
    return year.code === 'PERIODS_OVERLAP' ? [fault(at, year.code, year.because.zh, year.because.en)] : [];
  if (!isExactText(target) || exact(year.value).eq(target)) return [];
  return [
    fault(
      at,
      'PERIODS_NE_TARGET',
      `“${name}”分期合成全年为 ${year.value}，目标值为 ${target}`,
      `the periods of "${name}" make ${year.value}, its target is ${target}`,
    ),
  ];
}
