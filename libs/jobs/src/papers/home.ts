import {
  completionEvaluationId,
  type EvaluationState,
  projectYearId,
  yearEvaluationId,
} from '@quancheng/domain';
import { isRefusal, parseStreamId, type Refusal, refuse } from '@quancheng/kernel';
import { type FilledPaper, type PaperName, paperMismatch, type ReadPaper } from '@quancheng/papers';
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
export async function homeOf(read: ReadPaper, look: PaperLook): Promise<Home | Refusal> {
  const stream = await streamOf(read, look);
  if (isRefusal(stream)) return stream;
  return await homeAt({ paper: read.paper, stream }, read, look);
}

/** As `homeOf`, of a file that was brought to this paper of this stream. */
export async function homeAt(
  { paper, stream }: { readonly paper: PaperName; readonly stream: string },
  read: ReadPaper,
  look: PaperLook,
): Promise<Home | Refusal> {
  const filled = await filledPaper(paper, stream, look, read.head.round);
  if (isRefusal(filled)) return filled;
  return paperMismatch(read, { ...filled.head, paper }) ?? { stream, filled };
}

async function streamOf({ paper, head }: ReadPaper, look: PaperLook): Promise<string | Refusal> {
  const { projectId, fiscalYear } = head;
  const { aggregate } = PAPER_PLACES[paper];
  const ids =
    aggregate === 'project-year'
      ? [projectYearId(projectId, fiscalYear)]
      : [yearEvaluationId(projectId, fiscalYear), completionEvaluationId(projectId)];
  const found: { readonly stream: string; readonly isOwed: boolean }[] = [];
  for (const stream of ids.map((id) => `${look.division}/${aggregate}/${id}`)) {
    if (isRefusal(parseStreamId(stream))) continue;
    const state = await look.state(stream);
    if (state.stage === 'none') continue;
    found.push({ stream, isOwed: aggregate === 'evaluation' && (state as Evaluation).duty !== null });
  }
  const owed = found.filter(({ isOwed }) => isOwed);
  if (owed.length > 1) return twoEvaluations();
  return (owed[0] ?? found[0])?.stream ?? fileNotThere();
}

type Evaluation = Exclude<EvaluationState, { stage: 'none' }>;

const twoEvaluations = (): Refusal =>
  refuse({
    code: 'PAPER_OF_TWO',
    because: {
      zh: '该项目有年度和完成两项自评都在等待上报',
      en: 'both the evaluation of the year and that of the completed project wait for their report',
    },
    remedy: { zh: '请在对应的评价页面单独上传', en: 'send it on the page of the one that it is for' },
  });
