import { type Fen, formatYuan, type PlainDate, type Words } from '@quancheng/kernel';
import { type Field, type GoalDeclarationDraft, goalDeclarationForm } from '@quancheng/forms';
import type { Recorded } from '../core/aggregate.ts';
import type { ProjectYearEvent } from './events.ts';
import { evolve, initial, type OpenYear, type ProjectYearState } from './state.ts';

/** The stations at which goal and money of a year stand fixed together (申报、控制、二上、批复、调整). */
export const VERSION_KINDS = {
  declared: { zh: '申报', en: 'declared' },
  controlled: { zh: '控制数', en: 'controlled' },
  'second-submission': { zh: '二上', en: 'second submission' },
  approved: { zh: '批复', en: 'approved' },
  adjusted: { zh: '调整后', en: 'adjusted' },
} as const satisfies Record<string, Words>;
export type VersionKind = keyof typeof VERSION_KINDS;

/** Goal and money as they stood after one event. `moneyFen` is the amount of that station, in fen. */
export type YearVersion = {
  /** declared-1, declared-2, controlled-1 …: the kind and how often it came. */
  readonly id: string;
  readonly kind: VersionKind;
  readonly title: Words;
  readonly version: number;
  readonly happenedOn: PlainDate;
  readonly moneyFen: Fen;
  /** The paper with the goal and the amount of this station; empty where a taken-over year brought none. */
  readonly paper: GoalDeclarationDraft;
};

/** Every version of one year's goal and money, oldest first. */
export function versionsOf(events: readonly Recorded<ProjectYearEvent>[]): YearVersion[] {
  const versions: YearVersion[] = [];
  let state: ProjectYearState = initial;
  for (const event of events) {
    state = evolve(state, event);
    const station = stationOf(event, state);
    if (station === null || state.stage === 'none') continue;
    const { kind, moneyFen, words = VERSION_KINDS[kind] } = station;
    const times = versions.filter((one) => one.kind === kind).length + 1;
    versions.push({
      id: `${kind}-${times}`,
      kind,
      title: times === 1 ? words : { zh: `${words.zh}（${times}）`, en: `${words.en} (${times})` },
      version: event.version,
      happenedOn: event.happenedOn,
      moneyFen,
      paper: paperOf(state, moneyFen),
    });
  }
  return versions;
}

type Station = { readonly kind: VersionKind; readonly moneyFen: Fen; readonly words?: Words };

function stationOf(event: Recorded<ProjectYearEvent>, state: ProjectYearState): Station | null {
  switch (event.type) {
    case 'ProjectYearOpened':
      return event.data.takenOver === null
        ? null
        : {
            kind: 'approved',
            moneyFen: event.data.takenOver.approvedFen,
            words: { zh: '接管时的批复', en: 'approved before it was taken over' },
          };
    case 'GoalAndBudgetDeclared':
      return { kind: 'declared', moneyFen: event.data.requestedFen };
    case 'ControlFigureIssued':
      return { kind: 'controlled', moneyFen: event.data.controlFen };
    case 'SecondSubmissionMade':
      return { kind: 'second-submission', moneyFen: event.data.requestedFen };
    case 'GoalAndBudgetApproved':
      return { kind: 'approved', moneyFen: event.data.approvedFen };
    case 'AdjustmentGranted':
      return { kind: 'adjusted', moneyFen: event.data.approvedFen, words: adjustedWords(event.data, state) };
    default:
      return null;
  }
}

/** 调整 goes through the congress's standing committee, 调剂 stays inside the budget: the two are told apart. */
function adjustedWords({ adjustment }: { adjustment: string }, state: ProjectYearState): Words {
  const asked =
    state.stage === 'none' ? undefined : state.adjustments.find((one) => one.adjustment === adjustment);
  return asked?.kind === 'transfer' ? { zh: '调剂后', en: 'transferred' } : VERSION_KINDS.adjusted;
}

function paperOf({ declaration, goal }: OpenYear, moneyFen: Fen): GoalDeclarationDraft {
  const paper = { ...declaration?.form, requestedFen: moneyFen };
  if (goal === null) return paper;
  const { annual, indicators, periodValues, milestones } = goal;
  return {
    ...paper,
    goalAnnual: annual,
    indicators: [...indicators],
    periodValues: [...periodValues],
    milestones: [...milestones],
  };
}

/** How a cell stands to the one of the version before it. */
export type Change = 'same' | 'changed' | 'added' | 'gone';

/** One field through all versions; rows of tables are followed by their name, not by their place. */
export type ComparedField = {
  /** requestedFen; indicators.2.target: the second part is the row's own name. */
  readonly field: string;
  readonly label: Words;
  readonly cells: readonly { readonly text: Words | null; readonly change: Change }[];
};

/** The paper's fields side by side, in the order of the form; what stands in no version is left out. */
export const compareVersions = (versions: readonly Pick<YearVersion, 'paper'>[]): ComparedField[] =>
  compare(
    goalDeclarationForm.fields,
    versions.map(({ paper }) => paper),
  );

type Values = Readonly<Record<string, unknown>>;

function compare(
  fields: readonly Field[],
  papers: readonly (Values | undefined)[],
  at = '',
  before: Words = { zh: '', en: '' },
): ComparedField[] {
  return fields.flatMap((field) => {
    const values = papers.map((paper) => paper?.[field.name]);
    const label = { zh: `${before.zh}${field.label.zh}`, en: `${before.en}${field.label.en}` };
    if (field.kind === 'rows') return compareRows(field, values, `${at}${field.name}`);
    const texts = values.map((value) => textOf(field, value));
    if (texts.every((text) => text === null)) return [];
    const cells = texts.map((text, index) => ({ text, change: changeOf(texts[index - 1], text, index) }));
    return [{ field: `${at}${field.name}`, label, cells }];
  });
}

function compareRows(
  { name, label, fields }: Field & { kind: 'rows' },
  tables: readonly unknown[],
  at: string,
): ComparedField[] {
  const named = tables.map((table) => byName(name, (table ?? []) as readonly Values[]));
  const names = [...new Set(named.flatMap((rows) => [...rows.keys()]))];
  return names.flatMap((row) =>
    compare(
      fields,
      named.map((rows) => rows.get(row)),
      `${at}.${row}.`,
      { zh: `${label.zh}“${row}” `, en: `${label.en} "${row}" ` },
    ),
  );
}

/** What a row is called by: its number in the paper, its day, what it is for. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  policyBasis: ['title'],
  studies: ['kind', 'title'],
  relatedRequests: ['projectId'],
  lines: ['item'],
  funding: ['source'],
  indicators: ['row'],
  periodValues: ['row', 'period'],
  gaps: ['kind'],
  milestones: ['on'],
};

function byName(table: string, rows: readonly Values[]): ReadonlyMap<string, Values> {
  const named = new Map<string, Values>();
  for (const row of rows) {
    const name = (NAMED_BY[table] ?? []).map((part) => String(row[part] ?? '')).join(' ');
    // Two lines may be called alike: the second is followed as the second.
    let free = name;
    for (let time = 2; named.has(free); time += 1) free = `${name} ${time}`;
    named.set(free, row);
  }
  return named;
}

function textOf(field: Field, value: unknown): Words | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return { zh: `${formatYuan(value)} 元`, en: `${formatYuan(value)} yuan` };
  if (field.kind === 'choice')
    return field.options.find((option) => option.value === value)?.label ?? same(String(value));
  return same(String(value));
}
const same = (text: string): Words => ({ zh: text, en: text });

function changeOf(before: Words | null | undefined, now: Words | null, index: number): Change {
  if (index === 0 || before === undefined || before?.zh === now?.zh) return 'same';
  if (before === null) return 'added';
  return now === null ? 'gone' : 'changed';
}
