import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, REACH, ROLES, type Role } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { inbox } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { collectionOf, kebabOf } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { Acting } from '../identity/guard.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';
import { linksOf } from './links.ts';
import { readDay, readText } from './query.ts';

@ApiTags('me 本岗')
@Controller('api')
export class InboxController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get('me')
  @ApiOperation({ summary: '我以何岗位登录 / from which post I speak, and how far it reaches' })
  async me(@Acting() actor: Actor) {
    return {
      ...actor,
      title: ROLES[actor.role as Role],
      reach: REACH[actor.role],
      now: await this.clock.now(actor.division),
    };
  }

  @Get('inbox')
  @ApiQuery({ name: 'aggregate', required: false })
  @ApiQuery({ name: 'dueBefore', required: false })
  @ApiOperation({ summary: '本岗待办 / what waits for the signed-in post, the earliest date first' })
  async inbox(@Query() query: Readonly<Record<string, unknown>>, @Acting() actor: Actor) {
    const filter = {
      aggregate: readText('aggregate', query.aggregate),
      dueBefore: readDay('dueBefore', query.dueBefore),
    };
    const rows = await inbox(this.store, actor, filter);
    const items = rows.map((row) => ({
      ...row,
      unblockedBy: row.unblockedBy.map(kebabOf),
      links: linksOf(`/api/${collectionOf(row.aggregate)}/${row.id}`),
    }));
    return yuanJson({ items });
  }
}
