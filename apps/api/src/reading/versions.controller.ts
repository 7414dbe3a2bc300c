import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  compareVersions,
  type ProjectYearEvent,
  type Recorded,
  submissionsOf,
  versionsOf,
} from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { aggregateAt, streamAt } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { notFound } from '../http/problem.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { STORE } from '../tokens.ts';
import { openDossier } from './dossier.ts';
import { readText } from './query.ts';

/** A year's goal and money through its stations, and what reviewers said of each submission on the way. */
@ApiTags('files 事项')
@ApiParam({ name: 'id', description: '项目编号-年度 / <project>-<year>' })
@Controller('api/project-years')
export class VersionsController {
  private readonly store: Store;

  constructor(@Inject(STORE) store: Store) {
    this.store = store;
  }

  @Get(':id/submissions')
  @ApiOperation({
    summary:
      '评审经过：每次申报的机器检查、评分、要求、回复及核对 / each submission with findings, marks, remarks, answers and ticks',
  })
  async submissions(@Param('id') id: string, @Reading() reader: Reader) {
    const { events, version } = await this.open(id, reader);
    return yuanJson({ version, submissions: submissionsOf(events) });
  }

  @Get(':id/versions')
  @ApiQuery({
    name: 'of',
    required: false,
    description: '只比这几版，逗号分隔，如 declared-1,declared-2 / only these, by comma',
  })
  @ApiOperation({ summary: '版本对照：申报、控制数、二上、批复、调整后逐栏比较 / the versions side by side' })
  async versions(@Param('id') id: string, @Query('of') of: unknown, @Reading() reader: Reader) {
    const { events, version } = await this.open(id, reader);
    const all = versionsOf(events);
    const asked = readText('of', of)?.split(',');
    const chosen = asked === undefined ? all : all.filter((one) => asked.includes(one.id));
    if (asked !== undefined && chosen.length < new Set(asked).size)
      throw notFound({ zh: '所列的某一版', en: 'one of these versions' });
    const heads = chosen.map(({ paper: _paper, ...head }) => head);
    return yuanJson({ version, versions: heads, fields: compareVersions(chosen) });
  }

  private async open(id: string, reader: Reader) {
    const aggregate = aggregateAt('project-years');
    const stream = streamAt(aggregate, reader.division, id);
    const { events, version } = await openDossier(this.store, aggregate, stream, reader);
    return { version, events: events as readonly Recorded<ProjectYearEvent>[] };
  }
}
