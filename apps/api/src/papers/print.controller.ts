import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import { PAPERS, PRINT_STYLE_SOURCE, printPaper } from '@quancheng/papers';
import { Acting, Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { readNumber, readText } from '../reading/query.ts';
import { PAPER_DESK } from '../tokens.ts';
import type { PaperAddress, PaperDesk } from './desk.ts';

/** The four papers on A4: as a draft for whoever fills it in, and as handed in for everybody who may read the file. */
@ApiTags('papers 表格')
@ApiParam({ name: 'collection', enum: ['project-years', 'evaluations'] })
@ApiParam({ name: 'paper', enum: PAPERS })
@Controller('api/:collection/:id/papers/:paper/print')
export class PrintController {
  private readonly desk: PaperDesk;

  constructor(@Inject(PAPER_DESK) desk: PaperDesk) {
    this.desk = desk;
  }

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', `default-src 'none'; style-src ${PRINT_STYLE_SOURCE}`)
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  @ApiQuery({
    name: 'version',
    required: false,
    type: Number,
    description: '上报的版本 / the version that handed it in',
  })
  @ApiQuery({ name: 'round', required: false, description: '跟踪轮次 / of a tracking report, like 2014-07' })
  @ApiProduces('text/html')
  @ApiOperation({
    summary: 'A4 打印页：草稿，或某一版本上报的表 / the paper on A4: the draft, or as a version handed it in',
  })
  async print(
    @Param() address: PaperAddress,
    @Query() query: { version?: unknown; round?: unknown },
    @Acting() actor: Actor,
    @Reading() reader: Reader,
  ): Promise<string> {
    const version = readNumber('version', query.version, undefined);
    const filled =
      version === undefined
        ? await this.desk.filled(address, actor, readText('round', query.round))
        : await this.desk.handedIn(address, reader, version);
    return printPaper(filled);
  }
}
