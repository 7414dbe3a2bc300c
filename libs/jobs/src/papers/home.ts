import { projectYearId } from '@quancheng/domain';
import { isRefusal, parseStreamId, type Refusal, refuse } from '@quancheng/kernel';
import { type FilledPaper, type PaperName, paperMismatch, type ReadPaper } from '@quancheng/papers';
import type { Look } from '../item.ts';
import type { Evaluation } from './begun.ts';
import { fileNotThere, filledPaper, type PaperLook } from './filled.ts';
import { PAPER_PLACES } from './places.ts';

/** The file that a paper belongs to, and the same paper as it stands there now. */
export interface Home {
  readonly stream: string;
  readonly filled: FilledPaper;
}

/**
 * Where a paper is at home by its head. Refused where there is no such file or round, where the head says otherwise than
 * the file, or where it does not tell between two evaluations that both wait for their report.
 */
export async function homeOf(read: ReadPaper, look: Look): Promise<Home | Refusal> {
  const { projectId, fiscalYear } = read.head;
  const { aggregate } = PAPER_PLACES[read.paper];
  if (aggregate === 'project-year') {
    const stream = `${look.division}/${aggregate}/${projectYearId(projectId, fiscalYear)}`;
    return isRefusal(parseStreamId(stream)) ? fileNotThere() : await homeAt(stream, read, look);
  }
  const ids = await look.ids('evaluations', { projectId });
  const homes = await Promise.all(ids.map((id) => homeAt(`${look.division}/${aggregate}/${id}`, read, look)));
  return await theOneOwed(homes, look);
}

/** Of several evaluations of a project the one that waits for its report. */
async function theOneOwed(homes: readonly (Home | Refusal)[], look: Look): Promise<Home | Refusal> {
  const fitting = homes.filter((home): home is Home => !isRefusal(home));
  const states = await Promise.all(fitting.map(({ stream }) => look.state(stream)));
  const owed = fitting.filter((_, index) => (states[index] as Evaluation).duty !== null);
  if (owed.length > 1) return twoEvaluations();
  return owed[0] ?? fitting[0] ?? homes[0] ?? fileNotThere();
}

/** The same of a file that was brought to this stream; its own paper where no other is named. */
export async function homeAt(
  stream: string,
  read: ReadPaper,
  look: PaperLook,
  paper: PaperName = read.paper,
): Promise<Home | Refusal> {
  const filled = await filledPaper(paper, stream, look, read.head.round);
  if (isRefusal(filled)) return filled;
  return paperMismatch(read, { ...filled.head, paper }) ?? { stream, filled };
}

const twoEvaluations = (): Refusal =>
  refuse({
    code: 'PAPER_OF_TWO',
    because: {
      zh: '该项目有年度和完成两项自评都在等待上报',
      en: 'both the evaluation of the year and that of the completed project wait for their report',
    },
    remedy: { zh: '请在对应的评价页面单独上传', en: 'send it on the page of the one that it is for' },
  });
