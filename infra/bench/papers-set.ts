import { isRefusal } from '@quancheng/kernel';
import { type PaperHead, readPaper, writePaper } from '@quancheng/papers';
import { PaperFile, type Typed } from '../client/paper-file.ts';
import { randomFrom } from './chance.ts';

/** Declarations as units fill them in, invented; in some of them one cell is spoilt. */

export type Values = Readonly<Record<string, unknown>>;

export interface Filled {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was filled in, before a cell was spoilt. */
  readonly values: Values;
  /** The cell that was spoilt; null in a good file. */
  readonly spoilt: string | null;
}

/** Every sort of fault that a cell has been seen with: where it stands in the form, and what is typed there instead. */
const SPOILERS: readonly (readonly [field: string, typed: Typed])[] = [
  ['requestedFen', '六十万'],
  ['executionWeight', '一成'],
  ['need', ''],
  ['startOn', '2014-02-30'],
  ['lines.0.amountFen', '100.005'],
  ['lines.0.amountFen', { formula: 'SUM(B1:B2)' }],
  ['funding.0.source', '不知道'],
  ['indicators.0.weight', '二十分'],
  ['indicators.1.name', '长'.repeat(301)],
  ['milestones.0.progressPercent', '130'],
];

/** One file for each head; so many of them, spread evenly, are spoilt, each in the next way. The same seed gives the same files. */
export async function filledPapers(
  heads: readonly PaperHead[],
  { seed, faults }: { seed: number; faults: number },
): Promise<Filled[]> {
  const random = randomFrom(seed);
  const step = Math.floor(heads.length / faults);
  const offset = Math.floor(random() * step);
  const filled: Filled[] = [];
  for (const [index, head] of heads.entries()) {
    const values = declarationOf(random);
    const bytes = await writePaper({ paper: 'goal-declaration', head, values }, { moneyUnit: '元' });
    const isSpoilt = index % step === offset && Math.floor(index / step) < faults;
    const spoiler = SPOILERS[Math.floor(index / step) % SPOILERS.length];
    const one = isSpoilt && spoiler !== undefined ? await spoil(bytes, spoiler) : { bytes, spoilt: null };
    filled.push({ name: `${head.projectId}.xlsx`, values, ...one });
  }
  return filled;
}

async function spoil(bytes: Uint8Array, [field, typed]: (typeof SPOILERS)[number]) {
  const read = await readPaper(bytes);
  if (isRefusal(read)) throw new Error(read.because.en);
  const { cell } = read.at(field);
  const file = await PaperFile.open(bytes);
  return { bytes: await file.type(cell, typed).bytes(), spoilt: cell };
}

function declarationOf(random: () => number): Values {
  const whole = (most: number) => 1 + Math.floor(random() * most);
  const requestedFen = BigInt(whole(5_000)) * 10_000n + BigInt(whole(99));
  const weights = ['20', '20', '15', '15', '20'];
  const kinds = ['quantity', 'quality', 'timeliness', 'cost', 'social'];
  return {
    requestedFen,
    startOn: '2014-01-01',
    endOn: '2014-12-31',
    policyBasis: [{ title: '农村生活污水治理规划', number: `镇政发〔2013〕${whole(99)}号` }],
    need: `${whole(30)} 个村的生活污水直排河道`,
    content: `建设集污管网 ${whole(90)} 公里`,
    lines: [
      {
        item: '管网',
        quantity: String(whole(9)),
        unit: '公里',
        amountFen: requestedFen - 100n,
        basis: '定额',
      },
      { item: '监理', amountFen: 100n },
    ],
    funding: [{ source: 'fiscal', amountFen: requestedFen }],
    goalAnnual: `${whole(400)} 户接入管网，出水达标`,
    indicators: kinds.map((kind, index) => ({
      row: String(index + 1),
      kind,
      name: `指标${index + 1}`,
      direction: kind === 'cost' || kind === 'timeliness' ? 'lower' : 'higher',
      target: String(whole(200)),
      unit: '个',
      weight: weights[index],
      source: '台账',
    })),
    executionWeight: '10',
    milestones: [
      { on: '2014-06-30', expect: '完成一半', progressPercent: '50', spendFen: requestedFen / 2n },
      { on: '2014-11-30', expect: '全部完成', progressPercent: '100' },
    ],
    responsiblePost: '建设科科长',
  };
}
