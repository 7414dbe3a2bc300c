import { exact, type Fen, formatYuan, sumFen } from '@quancheng/kernel';
import type { GoalDeclarationDraft } from '@quancheng/forms';
import { type Check, present, seen, seenUnless, type Seen, spansYears } from './check.ts';

type Line = NonNullable<GoalDeclarationDraft['lines']>[number];

/** 项目支出明细: complete lines, sums that agree, one unit of money, sources that suffice. */
export const moneyChecks = {
  LINES_INCOMPLETE: ({ form: { lines = [] } }) =>
    lines.flatMap((line, index) => {
      const [first, ...others] = COUNTED.filter(({ name }) => line[name] === undefined);
      if (first === undefined) return [];
      const blank = [first, ...others];
      return [
        seen(
          `lines.${index}.${first.name}`,
          `第${index + 1}行没有填${blank.map(({ zh }) => zh).join('、')}`,
          `line ${index + 1} lacks ${blank.map(({ en }) => en).join(', ')}`,
        ),
      ];
    }),
  NO_COST_BASIS: ({ form: { lines = [] } }) =>
    lines.flatMap(({ basis }, index) =>
      seenUnless(
        basis !== undefined,
        `lines.${index}.basis`,
        `第${index + 1}行没有测算依据`,
        `line ${index + 1} has no basis of cost`,
      ),
    ),
  LINES_NE_REQUEST: ({ form }) => {
    const { requestedFen } = form;
    const total = linesTotal(form);
    return requestedFen === undefined || total === null
      ? []
      : seenUnless(
          total === requestedFen || isSlip(total, requestedFen),
          'requestedFen',
          `明细合计 ${formatYuan(total)} 元，申报 ${formatYuan(requestedFen)} 元`,
          `the lines add up to ${formatYuan(total)}, the request is ${formatYuan(requestedFen)}`,
        );
  },
  LINE_PRODUCT: ({ form: { lines = [] } }) =>
    lines.flatMap((line, index) => {
      const product = productOf(line);
      const holds = product === null || [0, 4, -4].some((shift) => agrees(line, shift));
      return seenUnless(
        holds,
        `lines.${index}.amountFen`,
        `“${line.item ?? `第${index + 1}行`}”数量×单价不等于金额`,
        `"${line.item ?? `line ${index + 1}`}": quantity times price is not the amount`,
      );
    }),
  MONEY_UNIT: ({ form }) => [
    ...(form.lines ?? []).flatMap((line, index) =>
      productOf(line) !== null && (agrees(line, 4) || agrees(line, -4))
        ? [slip(`lines.${index}.amountFen`)]
        : [],
    ),
    ...slips(form),
  ],
  TOTAL_BELOW_YEAR: ({ form: { totalFen, requestedFen } }) =>
    totalFen === undefined || requestedFen === undefined
      ? []
      : seenUnless(
          totalFen >= requestedFen || isSlip(totalFen, requestedFen),
          'totalFen',
          '项目总投资小于本年申报',
          "the total of all years is below this year's request",
        ),
  ANNUAL_IS_TOTAL: ({ form }) =>
    seenUnless(
      !spansYears(form) || form.totalFen === undefined || form.totalFen !== form.requestedFen,
      'requestedFen',
      '跨年项目的本年申报等于总投资，疑把累计数当作年度数',
      "a project of several years asks for its whole total in this year: is it the year's amount?",
    ),
  FUNDING_SHORT: ({ form }) => {
    const { requestedFen, funding = [] } = form;
    const funded = sumFen(present(funding.map(({ amountFen }) => amountFen)));
    return requestedFen === undefined || funding.length === 0
      ? []
      : seenUnless(
          funded >= requestedFen || isSlip(funded, requestedFen),
          'funding',
          `资金来源合计 ${formatYuan(funded)} 元，不足申报数`,
          `the sources add up to ${formatYuan(funded)}, less than the request`,
        );
  },
  FISCAL_ABOVE_REQUEST: ({ form: { requestedFen, funding = [] } }) => {
    const fiscal = funding.filter(({ source }) => source === 'fiscal');
    const fiscalFen = sumFen(present(fiscal.map(({ amountFen }) => amountFen)));
    return requestedFen === undefined
      ? []
      : seenUnless(
          fiscalFen <= requestedFen || isSlip(fiscalFen, requestedFen),
          'funding',
          `本年财政拨款 ${formatYuan(fiscalFen)} 元多于申报数，结转等来源不要重复计入`,
          `an appropriation of ${formatYuan(fiscalFen)} is more than the request: carried-over money counts once`,
        );
  },
  NO_ARRIVAL_PLAN: ({ form: { funding = [] } }) =>
    funding.flatMap(({ source, arrivesOn }, index) =>
      seenUnless(
        arrivesOn !== undefined || (source !== 'superior' && source !== 'other'),
        `funding.${index}.arrivesOn`,
        '配套资金没有到位日期',
        'matching money has no day of arrival',
      ),
    ),
} satisfies Record<string, Check>;

const COUNTED = [
  { name: 'quantity', zh: '数量', en: 'quantity' },
  { name: 'unit', zh: '单位', en: 'unit' },
  { name: 'priceFen', zh: '单价', en: 'price' },
  { name: 'economicClass', zh: '经济分类', en: 'class' },
] as const;

/** 元 written for 万元, or the other way round: one amount is ten thousand times the other. */
const TEN_THOUSAND = 10_000n;
const isSlip = (one: Fen, other: Fen): boolean =>
  one > 0n && other > 0n && (one === other * TEN_THOUSAND || other === one * TEN_THOUSAND);

const linesTotal = ({ lines = [] }: GoalDeclarationDraft): Fen | null =>
  lines.length === 0 ? null : sumFen(present(lines.map(({ amountFen }) => amountFen)));

function productOf({ quantity, priceFen, amountFen }: Line) {
  return quantity === undefined || priceFen === undefined || amountFen === undefined
    ? null
    : exact(quantity).times(exact(priceFen));
}

/** Whether quantity × price is the amount, moved by so many places. */
const agrees = (line: Line, places: number): boolean =>
  productOf(line)?.equals(exact(line.amountFen ?? 0n).times(exact('10').pow(places))) === true;

const slip = (field: string): Seen =>
  seen(field, '相差恰好一万倍，疑元、万元混用', 'exactly ten thousand times apart: 元 and 万元 may be mixed');

function slips(form: GoalDeclarationDraft): Seen[] {
  const { requestedFen, totalFen, funding = [], milestones = [] } = form;
  if (requestedFen === undefined) return [];
  const funded = sumFen(present(funding.map(({ amountFen }) => amountFen)));
  const planned = milestones.at(-1)?.spendFen;
  const compared = [
    ['lines', linesTotal(form)],
    ['totalFen', totalFen],
    ['funding', funded],
    [`milestones.${milestones.length - 1}.spendFen`, planned],
  ] as const;
  return compared.flatMap(([field, amount]) =>
    typeof amount === 'bigint' && isSlip(amount, requestedFen) ? [slip(field)] : [],
  );
}
