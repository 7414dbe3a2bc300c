import { type DirectoryState, type ProjectYearState, unitOn } from '@quancheng/domain';
import { dateOf, isRefusal, type Refusal, refuse, streamIdOf } from '@quancheng/kernel';
import type { FilledPaper, PaperHead, PaperName } from '@quancheng/papers';
import { rulebook } from '@quancheng/rulebook';
import type { Look } from '../item.ts';
import { type Begun, begunInYear, begunSelfEvaluation, type Evaluation, type Year } from './begun.ts';

/** What is looked at to fill a paper: the files as they are now. */
export type PaperLook = Pick<Look, 'division' | 'now' | 'state' | 'version'>;

/** A paper, as it goes out: its head from the file and the directory, its values as `begun…` says. */
export async function filledPaper(
  paper: PaperName,
  stream: string,
  look: PaperLook,
  round?: string,
): Promise<FilledPaper | Refusal> {
  const state = await look.state(stream);
  if (state.stage === 'none') return fileNotThere();
  const filled =
    paper === 'self-evaluation'
      ? await ofEvaluation(state as Evaluation, look)
      : await ofYear(paper, state as Year, look, round);
  if (isRefusal(filled)) return filled;
  const {
    head,
    begun: { round: ofMonth, ...begun },
  } = filled;
  const version = await look.version(stream);
  return {
    paper,
    head: { ...head, ...(ofMonth === undefined ? {} : { round: ofMonth }), version },
    ...begun,
  };
}

type Filled = { readonly head: Omit<PaperHead, 'version'>; readonly begun: Begun };

async function ofYear(
  paper: PaperName,
  year: Year,
  look: PaperLook,
  round: string | undefined,
): Promise<Filled | Refusal> {
  const begun = begunInYear(paper, year, round);
  return isRefusal(begun) ? begun : { head: await headOf(year.identity, look), begun };
}

async function ofEvaluation(evaluation: Evaluation, look: PaperLook): Promise<Filled> {
  const { object, ruledOn } = evaluation;
  const year = await lastYear(object.projectYears, look);
  const fiscalYear = year?.identity.fiscalYear ?? Number(ruledOn.slice(0, 4));
  return {
    head: await headOf({ ...object, fiscalYear }, look),
    begun: begunSelfEvaluation(evaluation, year),
  };
}

/** The last of the evaluated years: its goal is the one that was to be reached. */
async function lastYear(ids: readonly string[], look: PaperLook): Promise<Year | undefined> {
  const id = ids.toSorted().at(-1);
  if (id === undefined) return undefined;
  const stream = streamIdOf({ division: look.division, aggregate: 'project-year', id });
  const state = (await look.state(stream)) as ProjectYearState;
  return state.stage === 'none' ? undefined : (state as Year);
}

interface Named {
  readonly projectId: string;
  readonly projectName: string;
  readonly fiscalYear: number;
  readonly unit: string;
  readonly department: string;
}

async function headOf(
  { projectId, projectName, fiscalYear, unit, department }: Named,
  look: PaperLook,
): Promise<Filled['head']> {
  const { division } = look;
  const nameOf = await namesToday(look);
  return {
    division,
    projectId,
    projectName,
    fiscalYear,
    unit: { code: unit, name: nameOf(unit) },
    department: { code: department, name: nameOf(department) },
    edition: rulebook.editionFor(fiscalYear, division)?.id ?? '',
  };
}

/** What the directory calls a unit today; its code where no directory knows it. */
async function namesToday({ division, now, state }: PaperLook): Promise<(unit: string) => string> {
  const directory = (await state(
    streamIdOf({ division, aggregate: 'directory', id: division }),
  )) as DirectoryState;
  if (directory.stage === 'none') return (unit) => unit;
  const today = dateOf(now);
  return (unit) => unitOn(directory.units[unit], today)?.name ?? unit;
}

export const fileNotThere = (): Refusal =>
  refuse({
    code: 'NOT_FOUND',
    because: { zh: '没有这个事项', en: 'there is no such file' },
    remedy: { zh: '请核对项目编号和年度', en: 'check the project and its year' },
  });
