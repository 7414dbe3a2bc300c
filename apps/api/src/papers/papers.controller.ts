import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import { SHA256 } from '@quancheng/kernel';
import { PAPER_TITLES, PAPERS, writePaper } from '@quancheng/papers';
import { kebabOf } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { fieldProblem } from '../http/problem.ts';
import { XLSX, xlsxFile } from '../http/xlsx.ts';
import { Acting } from '../identity/guard.ts';
import { readText } from '../reading/query.ts';
import { PAPER_DESK } from '../tokens.ts';
import type { PaperAddress, PaperDesk } from './desk.ts';

/** The four papers that are filled in as xlsx: out with what is stored, back in as a draft. */
@ApiTags('papers 表格')
@ApiParam({ name: 'collection', enum: ['project-years', 'evaluations'] })
@ApiParam({ name: 'paper', enum: PAPERS })
@Controller('api/:collection/:id/papers/:paper')
export class PapersController {
  private readonly desk: PaperDesk;

  constructor(@Inject(PAPER_DESK) desk: PaperDesk) {
    this.desk = desk;
  }

  @Get()
  @ApiQuery({ name: 'round', required: false, description: '跟踪轮次 / of a tracking report, like 2014-07' })
  @ApiQuery({ name: 'unit', required: false, enum: ['元', '万元'] })
  @ApiProduces(XLSX)
  @ApiOperation({
    summary: '下载预填的 Excel 表 / the paper as xlsx, with the draft or what is stored filled in',
  })
  async download(
    @Param() address: PaperAddress,
    @Query() query: { round?: unknown; unit?: unknown },
    @Acting() actor: Actor,
  ): Promise<StreamableFile> {
    const filled = await this.desk.filled(address, actor, readText('round', query.round));
    const moneyUnit = MONEY_UNITS.find((unit) => unit === query.unit);
    const bytes = await writePaper(filled, moneyUnit === undefined ? {} : { moneyUnit });
    const { projectName, fiscalYear, round = fiscalYear } = filled.head;
    return xlsxFile(bytes, `${projectName}${round}${PAPER_TITLES[filled.paper].zh}.xlsx`);
  }

  @Post('reading')
  @HttpCode(200)
  @ApiBody({
    schema: { type: 'object', required: ['sha256'], properties: { sha256: { type: 'string' } } },
  })
  @ApiOperation({
    summary:
      '读取上传的 Excel 表：内容、逐格问题、与现有草稿的差别；不保存 / reads an uploaded paper: what it says, what is wrong by cell, what it changes; stores nothing',
  })
  async reading(@Param() address: PaperAddress, @Body() body: unknown, @Acting() actor: Actor) {
    const sha256 = sha256In(body);
    const { paper, place, read, changes, faults, notes, mismatch } = await this.desk.read(
      address,
      actor,
      sha256,
    );
    const self = `/api/${address.collection}/${address.id}`;
    return yuanJson({
      paper,
      head: read.head,
      values: read.values,
      changes,
      faults,
      notes,
      mismatch,
      links: {
        marked: `${self}/papers/${address.paper}/marked/${sha256}`,
        save: `${self}/${kebabOf(place.saves)}`,
        submit: `${self}/${kebabOf(place.submits)}`,
      },
    });
  }

  @Get('marked/:sha256')
  @ApiProduces(XLSX)
  @ApiOperation({
    summary: '下载逐格标明问题的同一文件 / a copy of the uploaded paper with what is wrong in its cells',
  })
  async marked(
    @Param() address: PaperAddress & { readonly sha256: string },
    @Acting() actor: Actor,
  ): Promise<StreamableFile> {
    const bytes = await this.desk.marked(address, actor, sha256In(address));
    return xlsxFile(bytes, `${address.id}-问题.xlsx`);
  }
}

const MONEY_UNITS = ['元', '万元'] as const;

function sha256In(given: unknown): string {
  const { sha256 } = (given ?? {}) as { sha256?: unknown };
  if (typeof sha256 === 'string' && SHA256.test(sha256)) return sha256;
  throw fieldProblem(
    422,
    'SHA256_SHAPE',
    'sha256',
    { zh: '应为64位小写十六进制摘要', en: 'is a sha256 in 64 hex digits' },
    { zh: '请先上传文件，再以其摘要提交', en: 'upload the file first and give its sha256' },
  );
}
