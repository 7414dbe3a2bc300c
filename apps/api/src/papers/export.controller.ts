import { Body, Controller, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { MOST_PAPERS, PAPER_PLACES } from '@quancheng/jobs';
import {
  type FilledPaper,
  PAPER_TITLES,
  PAPERS,
  type PaperName,
  writePaper,
  type PackedFile,
  packed,
} from '@quancheng/papers';
import { listEvaluations, listProjectYears } from '@quancheng/read-models';
import { attachmentHeader } from '../attachments/upload.ts';
import { collectionOf } from '../commands/catalogue.ts';
import { TakesItsTime } from '../http/deadline.ts';
import { fieldProblem, notFound, Problem } from '../http/problem.ts';
import { Acting } from '../identity/guard.ts';
import { houseOf } from '../jobs/desk.ts';
import { PAPER_DESK, STORE } from '../tokens.ts';
import type { PaperDesk } from './desk.ts';

const LISTS = { 'project-year': listProjectYears, evaluation: listEvaluations } as const;
const ZIP = 'application/zip';

/** Many papers at once, each pre-filled as it would be alone. */
@ApiTags('papers 表格')
@Controller('api/papers')
export class PapersExportController {
  private readonly desk: PaperDesk;
  private readonly store: Store;

  constructor(@Inject(PAPER_DESK) desk: PaperDesk, @Inject(STORE) store: Store) {
    this.desk = desk;
    this.store = store;
  }

  @TakesItsTime()
  @Post(':paper/export')
  @HttpCode(200)
  @ApiParam({ name: 'paper', enum: PAPERS })
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        ids: { type: 'array', items: { type: 'string' } },
        fiscalYear: { type: 'integer' },
      },
    },
  })
  @ApiProduces(ZIP)
  @ApiOperation({
    summary:
      '打包下载多份预填的表；不能下载的在包内清单中说明 / many pre-filled papers in one zip; a list inside says which could not be had, and why',
  })
  async export(
    @Param('paper') name: string,
    @Body() body: unknown,
    @Acting() actor: Actor,
  ): Promise<StreamableFile> {
    const paper = PAPERS.find((known) => known === name);
    if (paper === undefined) throw notFound({ zh: '这种表', en: 'this paper' });
    const entries: PackedFile[] = [];
    const left: string[] = [];
    for (const id of await this.chosen(paper, body, actor)) {
      const filled = await this.filled(paper, id, actor);
      if (typeof filled === 'string') left.push(`${id}：${filled}`);
      else entries.push({ name: nameOf(id, filled), bytes: await writePaper(filled) });
    }
    if (left.length > 0) entries.push({ name: '未打包.txt', bytes: Buffer.from(left.join('\r\n')) });
    const bytes = await packed(entries);
    const disposition = attachmentHeader(`${PAPER_TITLES[paper].zh}.zip`);
    return new StreamableFile(bytes, { type: ZIP, length: bytes.length, disposition });
  }

  /** The paper, or in words why it cannot be had. */
  private async filled(paper: PaperName, id: string, actor: Actor): Promise<FilledPaper | string> {
    const collection = collectionOf(PAPER_PLACES[paper].aggregate);
    try {
      return await this.desk.filled({ collection, id, paper }, actor, undefined);
    } catch (fault) {
      if (fault instanceof Problem && fault.status < 500) return fault.refusal.because.zh;
      throw fault;
    }
  }

  private async chosen(paper: PaperName, body: unknown, actor: Actor): Promise<string[]> {
    const { ids, fiscalYear } = (body ?? {}) as { ids?: unknown; fiscalYear?: unknown };
    if (ids !== undefined) {
      const areIds = Array.isArray(ids) && ids.every((id) => typeof id === 'string' && id.length <= 100);
      if (!areIds || ids.length === 0 || ids.length > MOST_PAPERS) throw wrong('ids');
      return [...new Set(ids as string[])];
    }
    if (!Number.isInteger(fiscalYear)) throw wrong('fiscalYear');
    const filter = { ...houseOf(actor), fiscalYear: fiscalYear as number };
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await LISTS[PAPER_PLACES[paper].aggregate](this.store, actor.division, filter, cursor);
      found.push(...page.items.map(({ id }) => id));
      if (found.length > MOST_PAPERS) throw wrong('fiscalYear');
      if (page.next === null) return found;
      cursor = page.next;
    }
  }
}

const nameOf = (id: string, { paper, head: { round } }: FilledPaper): string =>
  `${[id, ...(round === undefined ? [] : [round]), PAPER_TITLES[paper].zh].join('-')}.xlsx`;

const wrong = (field: string): Problem =>
  fieldProblem(
    422,
    'PAPERS_CHOSEN',
    field,
    {
      zh: `请给出 1 至 ${MOST_PAPERS} 个编号（ids），或一个预算年度（fiscalYear），其事项不超过 ${MOST_PAPERS} 个`,
      en: `give 1 to ${MOST_PAPERS} ids, or a fiscalYear with at most ${MOST_PAPERS} files`,
    },
    { zh: '请缩小范围后重新下载', en: 'choose fewer and ask again' },
  );
