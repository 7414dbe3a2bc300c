import { aggregates, type Role } from '@quancheng/domain';
import {
  type FieldFault,
  isRefusal,
  type Json,
  type Refusal,
  SHA256,
  toJson,
  type Words,
} from '@quancheng/kernel';
import {
  PAPER_TITLES,
  type PaperFault,
  PAPERS,
  paperIsStale,
  type ReadPaper,
  readPaper,
} from '@quancheng/papers';
import type { Look, Planned } from '../item.ts';
import { faultsOf, stepsOf } from '../judge.ts';
import type { PapersKind, PlanInput } from '../kind.ts';
import { type PaperChange, paperChanges } from '../papers/changes.ts';
import { type Home, homeOf } from '../papers/home.ts';
import { PAPER_PLACES, savingData } from '../papers/places.ts';
import { fileMissing } from '../refusals.ts';
import { parameterFault } from './chosen.ts';

/** One uploaded paper among many. */
interface GivenFile {
  readonly sha256: string;
  readonly name: string;
}

/** Whoever may hand a paper in may bring many of them. */
const ROLES = [
  ...new Set(
    Object.values(PAPER_PLACES).flatMap(
      ({ aggregate, submits }) => (aggregates[aggregate].commands[submits]?.roles ?? []) as Role[],
    ),
  ),
];

/** Each paper is read, compared with what is stored, and kept as a draft of its own file; what is faulty in it is named by its cell. */
export const importPapers: PapersKind = {
  title: { zh: '批量导入表格', en: 'import of many papers' },
  roles: ROLES,
  papers: PAPERS,
  plan: async (input) => {
    const files = filesGiven(input);
    if (isRefusal(files)) return files;
    const arrived: Arrived[] = [];
    // One after the other: what is unpacked of one file is gone before the next.
    for (const [index, file] of files.entries()) arrived.push(await arrive(file, index + 1, input.look));
    return onTheirVersions(withoutTwice(arrived));
  },
};

export const MOST_PAPERS = 300;
const LONGEST_NAME = 200;

function filesGiven({ parameters }: PlanInput): GivenFile[] | Refusal {
  const { files } = parameters;
  if (!Array.isArray(files) || files.length === 0 || files.length > MOST_PAPERS)
    return parameterFault('parameters.files', {
      zh: `应为 1 至 ${MOST_PAPERS} 个已上传文件的列表`,
      en: `is a list of 1 to ${MOST_PAPERS} uploaded files`,
    });
  const wrong = files.findIndex((file) => !isFile(file));
  if (wrong >= 0)
    return parameterFault(`parameters.files.${wrong}`, {
      zh: '应为 {sha256, name}',
      en: 'is {sha256, name}',
    });
  return files as unknown as GivenFile[];
}

function isFile(given: Json): boolean {
  const { sha256, name } = (given ?? {}) as { sha256?: unknown; name?: unknown };
  return (
    typeof sha256 === 'string' &&
    SHA256.test(sha256) &&
    typeof name === 'string' &&
    name.length <= LONGEST_NAME
  );
}

/** A file of the job after its reading, and where it is at home, if it is. */
interface Arrived {
  readonly item: Planned;
  readonly home?: Home;
}

async function arrive(file: GivenFile, row: number, look: Look): Promise<Arrived> {
  const bytes = await look.bytes(file.sha256);
  const read = bytes === null ? fileMissing() : await readPaper(bytes);
  if (isRefusal(read)) return { item: itemOf(file, row, { faults: faultsOf(read) }) };
  const home = await homeOf(read, look);
  if (isRefusal(home)) return { item: itemOf(file, row, { read, faults: faultsOf(home) }) };
  return { item: itemOf(file, row, { read, home, faults: read.faults.map(atItsCell) }), home };
}

/** A fault of a paper is named by its cell, as the office program does. */
const atItsCell = ({ cell, code, because }: PaperFault): FieldFault => ({ field: cell, code, because });

interface Outcome {
  readonly read?: ReadPaper;
  readonly home?: Home;
  readonly faults: readonly FieldFault[];
}

function itemOf(file: GivenFile, row: number, { read, home, faults }: Outcome): Planned {
  const changes = home === undefined || read === undefined || faults.length > 0 ? [] : changesOf(read, home);
  const item: Planned = {
    row,
    key: home === undefined ? '' : idIn(home.stream),
    what: wordsOf(file, read, home),
    stream: home?.stream ?? null,
    piece: null,
    faults,
    detail: toJson({ file, ...detailOf(read, home), changes }),
  };
  if (faults.length > 0 || read === undefined) return item;
  if (changes.length === 0) return { ...item, untouched: NOTHING_NEW };
  const data = savingData(toJson(read.values), read.head.round);
  return { ...item, piece: { steps: [{ type: PAPER_PLACES[read.paper].saves, data }] } };
}

const changesOf = (read: ReadPaper, { filled }: Home): PaperChange[] =>
  paperChanges(PAPER_PLACES[read.paper].fields, filled.values, read.values);

/** Whose paper the file says it is, and how its cells were understood: nothing is read otherwise than it stands there without a word. */
function detailOf(read: ReadPaper | undefined, home: Home | undefined) {
  if (read === undefined) return { notes: [] };
  const { paper, head, notes } = read;
  const stale = home === undefined ? null : paperIsStale(read, home.filled.head);
  const { projectId, fiscalYear, round } = head;
  return { paper, projectId, fiscalYear, round, notes: [...(stale === null ? [] : [stale]), ...notes] };
}

function wordsOf({ name }: GivenFile, read: ReadPaper | undefined, home: Home | undefined): Words {
  if (read === undefined) return { zh: name, en: name };
  const title = PAPER_TITLES[read.paper];
  const { projectName, fiscalYear, round = fiscalYear } = home?.filled.head ?? read.head;
  return {
    zh: `${name}：${projectName} ${round} ${title.zh}`,
    en: `${name}: ${title.en} of ${projectName} ${round}`,
  };
}

const NOTHING_NEW: Words = {
  zh: '与系统中的内容相同',
  en: 'it says what is stored already',
};

/** Nothing is written over what somebody kept after the preview; an item adds one event to those above it of its own stream. */
function onTheirVersions(arrived: readonly Arrived[]): Planned[] {
  const versions = new Map<string, number>();
  return arrived.map(({ item, home }) => {
    const [step] = stepsOf(item);
    if (step === undefined || home === undefined) return item;
    const expectedVersion = versions.get(home.stream) ?? home.filled.head.version;
    versions.set(home.stream, expectedVersion + 1);
    return { ...item, piece: { steps: [{ ...step, expectedVersion }] } };
  });
}

/** Two files for one paper: nobody can tell which one counts, so neither is taken. */
function withoutTwice(arrived: readonly Arrived[]): Arrived[] {
  const byPaper = Map.groupBy(arrived, paperOf);
  return arrived.map((one) => {
    const others = (one.home && byPaper.get(paperOf(one)))?.filter((other) => other !== one) ?? [];
    if (others.length === 0) return one;
    const rows = others.map(({ item: { row } }) => row).join('、');
    const fault: FieldFault = {
      field: '',
      code: 'PAPER_TWICE',
      because: {
        zh: `与第 ${rows} 个文件是同一张表，请只留一份`,
        en: `file ${rows} is the same paper: leave one of them`,
      },
    };
    return { ...one, item: { ...one.item, piece: null, faults: [...one.item.faults, fault] } };
  });
}

const paperOf = ({ home }: Arrived): string =>
  home === undefined ? '' : [home.stream, home.filled.paper, home.filled.head.round].join(' ');

const idIn = (stream: string): string => stream.split('/').at(-1) ?? stream;
