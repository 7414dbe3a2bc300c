import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Attachments, ATTACHMENT_TYPES } from '@quancheng/attachments';
import type { Actor } from '@quancheng/domain';
import { isRefusal, SHA256 } from '@quancheng/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TakesItsTime } from '../http/deadline.ts';
import { notFound } from '../http/problem.ts';
import { Acting, Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { paperRefusal } from '../papers/door.ts';
import { ATTACHMENTS } from '../tokens.ts';
import { attachmentHeader, nameIn, notTaken, uploadOf } from './upload.ts';

const ATTACHMENT = { zh: '该附件', en: 'the attachment' };

/** Scans, reports and lists as files: each is named by its sha256, by which commands and jobs refer to it. */
@ApiTags('attachments 附件')
@Controller('api/attachments')
export class AttachmentsController {
  private readonly attachments: Attachments;

  constructor(@Inject(ATTACHMENTS) attachments: Attachments) {
    this.attachments = attachments;
  }

  /** A slow line may take minutes over a large scan. */
  @TakesItsTime()
  @Post()
  @HttpCode(201)
  @ApiConsumes(...Object.values(ATTACHMENT_TYPES))
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiHeader({
    name: 'Content-Disposition',
    required: true,
    description: "attachment; filename*=UTF-8''%E9%AA%8C%E6%94%B6.pdf",
  })
  @ApiQuery({
    name: 'as',
    required: false,
    enum: ['paper'],
    description:
      '按表格受理：读不出的文件不保存 / taken as a paper: of a file that cannot be read nothing is kept',
  })
  @ApiOperation({
    summary: '上传附件，得到以摘要为名的附件 / hands in a file; its sha256 is its name from then on',
  })
  async upload(
    @Req() request: FastifyRequest,
    @Headers('content-disposition') disposition: string | undefined,
    @Query('as') purpose: unknown,
    @Acting() { division, personId }: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const name = nameIn(disposition);
    const kept = await this.attachments.keep({
      division,
      personId,
      name,
      content: uploadOf(request.body),
      ...(purpose === 'paper' ? { judge: paperRefusal } : {}),
    });
    if (isRefusal(kept)) throw notTaken(kept);
    void reply.header('location', `/api/attachments/${kept.sha256}`);
    return kept;
  }

  @Get(':sha256')
  @ApiOperation({ summary: '下载附件 / hands a file out again, as it came' })
  async download(
    @Param('sha256') sha256: string,
    @Reading() { wall }: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const known = SHA256.test(sha256) ? await this.attachments.open(wall, sha256) : null;
    if (known === null) throw notFound(ATTACHMENT);
    const { attachment, content } = known;
    void reply.headers({
      etag: `"${sha256}"`,
      'cache-control': 'private, immutable',
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(content, {
      type: attachment.type,
      length: attachment.sizeBytes,
      disposition: attachmentHeader(attachment.name),
    });
  }
}
