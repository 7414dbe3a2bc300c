import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Role } from '@quancheng/domain';
import { readFeed, type Store } from '@quancheng/event-store';
import type { DivisionCode } from '@quancheng/kernel';
import { yuanJson } from '../http/money-json.ts';
import { denied } from '../http/problem.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { STORE } from '../tokens.ts';
import { readNumber } from './query.ts';

/** Who may read the record of a whole division. */
const READERS: readonly Role[] = ['audit', 'administrator', 'finance-performance'];
const PAGE = 500;

@ApiTags('events 事件')
@Controller('api')
export class FeedController {
  private readonly store: Store;

  constructor(@Inject(STORE) store: Store) {
    this.store = store;
  }

  @Get('events')
  @ApiQuery({ name: 'after', required: false, type: Number, description: '全局序号 / global number' })
  @ApiOperation({ summary: '本区划全部事件，按全局序号 / every event of the division, in the global order' })
  async events(@Query('after') after: unknown, @Reading() reader: Reader) {
    if (!READERS.some((role) => role === reader.actor.role)) {
      throw denied({
        code: 'ROLE_NOT_ALLOWED',
        because: { zh: '本岗位不能查阅全部事件', en: 'this post may not read the whole record' },
      });
    }
    const from = readNumber('after', after, 0);
    const events = await readFeed(this.store, from, PAGE, reader.division as DivisionCode, reader.wall);
    return yuanJson({ events, after: events.at(-1)?.seq ?? from, more: events.length === PAGE });
  }
}
