import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Attachments } from '@quancheng/attachments';
import type { Actor } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import {
  isImport,
  JOB_KINDS,
  type ItemState,
  kindOf,
  listItems,
  listJobs,
  templateOf,
} from '@quancheng/jobs';
import type { FastifyReply } from 'fastify';
import { idempotencyKey } from '../commands/request.ts';
import { XLSX, xlsxFile } from '../http/xlsx.ts';
import { Acting } from '../identity/guard.ts';
import { readCursor, readText } from '../reading/query.ts';
import { ATTACHMENTS, JOB_DESK, STORE } from '../tokens.ts';
import { houseOf, type JobDesk, mayRead } from './desk.ts';
import { hasMarkedCopy, importKindOf, listOfResults, listWithFaults, markedCopyOf } from './lists.ts';
import { readJobRequest, readReason } from './requests.ts';
import { shownJob, stateTitle } from './shown.ts';

type Asked = Readonly<Record<string, unknown>>;

const KEY_HEADER = { name: 'Idempotency-Key', required: true };
const IMPORTS = Object.entries(JOB_KINDS).flatMap(([name, kind]) => (isImport(kind) ? [name] : []));
const FRUITFUL = ['fault', 'untouched', 'ok', 'done', 'refused'] as const satisfies ItemState[];

/** Work on many files at once: imports of the bureau's own lists, and one thing done to many. */
@ApiTags('jobs 批量')
@Controller('api/jobs')
export class JobsController {
  private readonly desk: JobDesk;
  private readonly store: Store;
  private readonly attachments: Attachments;

  constructor(
    @Inject(JOB_DESK) desk: JobDesk,
    @Inject(STORE) store: Store,
    @Inject(ATTACHMENTS) attachments: Attachments,
  ) {
    this.desk = desk;
    this.store = store;
    this.attachments = attachments;
  }

  @Post()
  @HttpCode(201)
  @ApiHeader(KEY_HEADER)
  @ApiBody({
    schema: {
      type: 'object',
      required: ['kind'],
      properties: {
        kind: { type: 'string', enum: Object.keys(JOB_KINDS) },
        sha256: { type: 'string', description: '已上传清单的摘要 / of the uploaded list' },
        fileName: { type: 'string' },
        ids: { type: 'array', items: { type: 'string' } },
        filter: { type: 'object' },
        parameters: { type: 'object' },
      },
    },
  })
  @ApiOperation({
    summary:
      '预览批量事项：逐行判断，不写入任何事项 / previews a job: every item is judged, nothing is written',
  })
  async open(
    @Headers() headers: Asked,
    @Body() body: unknown,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const request = readJobRequest(idempotencyKey(headers['idempotency-key']), body, actor);
    const job = await this.desk.open(request);
    void reply.header('location', `/api/jobs/${job.jobId}`);
    return await shownJob(this.store, job);
  }

  @Get()
  @ApiQuery({ name: 'kind', required: false })
  @ApiQuery({ name: 'state', required: false })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOperation({ summary: '批量事项清单，最近的在前 / jobs, the latest first' })
  async list(@Query() query: Asked, @Acting() actor: Actor) {
    const filter = {
      kind: readText('kind', query.kind),
      state: readText('state', query.state),
      after: readCursor(query.cursor),
      ...houseOf(actor),
    };
    const kinds = Object.keys(JOB_KINDS).filter((kind) => mayRead(kind, actor));
    const { jobs, next } = await listJobs(this.store, actor.division, kinds, filter);
    return { items: await Promise.all(jobs.map((job) => shownJob(this.store, job))), next };
  }

  @Get('templates/:kind')
  @ApiParam({ name: 'kind', enum: IMPORTS })
  @ApiProduces(XLSX)
  @ApiOperation({ summary: '下载导入模板 / the empty list of an import, to be filled in' })
  async template(@Param('kind') name: string): Promise<StreamableFile> {
    const kind = importKindOf(name);
    return xlsxFile(await templateOf(kind), `${kind.title.zh}模板.xlsx`);
  }

  @Get(':id/faults.xlsx')
  @ApiProduces(XLSX)
  @ApiOperation({
    summary: '下载标明问题的清单 / the list as it was brought, with what is wrong beside each row',
  })
  async faults(@Param('id') id: string, @Acting() actor: Actor): Promise<StreamableFile> {
    // A list may hold how people are reached: it goes to those who work with it.
    const job = await this.desk.find(id, actor, 'act');
    const name = (job.file?.name ?? '').replace(/\.[^.]*$/, '');
    return xlsxFile(
      await listWithFaults({ store: this.store, attachments: this.attachments }, job),
      `${name}-问题.xlsx`,
    );
  }

  @Get(':id')
  @ApiOperation({ summary: '批量事项及其进度 / a job and how far it has come' })
  async read(@Param('id') id: string, @Acting() actor: Actor) {
    return await shownJob(this.store, await this.desk.find(id, actor, 'read'));
  }

  @Get(':id/items')
  @ApiQuery({ name: 'state', required: false, enum: FRUITFUL })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOperation({ summary: '逐项结果 / the items, each with its verdict or result' })
  async items(@Param('id') id: string, @Query() query: Asked, @Acting() actor: Actor) {
    const job = await this.desk.find(id, actor, 'read');
    const state = readText('state', query.state);
    const after = Number(readCursor(query.cursor) ?? -1);
    const { items, next } = await listItems(this.store, job, {
      state: FRUITFUL.find((known) => known === state),
      after: Number.isSafeInteger(after) ? after : -1,
    });
    return {
      items: items.map((item) => ({
        ...item,
        stateTitle: stateTitle(item.state),
        ...(hasMarkedCopy(job, item)
          ? { links: { marked: `/api/jobs/${job.jobId}/items/${item.row}/marked.xlsx` } }
          : {}),
      })),
      next: next === null ? null : String(next),
    };
  }

  @Get(':id/items/:row/marked.xlsx')
  @ApiProduces(XLSX)
  @ApiOperation({
    summary: '下载逐格标明问题的表 / the paper of an item as it was brought, with what is wrong in its cells',
  })
  async marked(@Param('id') id: string, @Param('row') row: string, @Acting() actor: Actor) {
    const job = await this.desk.find(id, actor, 'act');
    const { store, attachments } = this;
    const copy = await markedCopyOf({ store, attachments }, job, /^\d{1,9}$/.test(row) ? Number(row) : 0);
    return xlsxFile(copy.bytes, `${copy.name.replace(/\.[^.]*$/, '')}-问题.xlsx`);
  }

  @Get(':id/results.xlsx')
  @ApiProduces(XLSX)
  @ApiOperation({
    summary: '下载逐项结果清单 / every item as a list: what became of it, why, and what it changes',
  })
  async results(@Param('id') id: string, @Acting() actor: Actor): Promise<StreamableFile> {
    const job = await this.desk.find(id, actor, 'read');
    return xlsxFile(
      await listOfResults(this.store, job),
      `${kindOf(job.kind)?.title.zh ?? job.kind}-结果.xlsx`,
    );
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiHeader(KEY_HEADER)
  @ApiBody({ schema: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } } })
  @ApiOperation({ summary: '说明理由并确认办理 / confirms it with a reason; the work begins' })
  async confirm(
    @Param('id') id: string,
    @Headers() headers: Asked,
    @Body() body: unknown,
    @Acting() actor: Actor,
  ) {
    const key = idempotencyKey(headers['idempotency-key']);
    const reason = readReason(body);
    const job = await this.desk.confirm({ division: actor.division, jobId: id, key, actor, reason });
    return await shownJob(this.store, job);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiHeader(KEY_HEADER)
  @ApiOperation({
    summary: '取消：已办的保留，未办的不再办 / cancels it: what was done stands, the rest is left undone',
  })
  async cancel(@Param('id') id: string, @Headers() headers: Asked, @Acting() actor: Actor) {
    idempotencyKey(headers['idempotency-key']);
    return await shownJob(this.store, await this.desk.cancel(id, actor));
  }
}
