import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Actor, REACH, ROLES, type Role } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { inbox } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { collectionOf, kebabOf } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { Acting } from '../identity/guard.ts';
import { listed, type Posts } from '../identity/posts.ts';
import { BUSINESS_CLOCK, POSTS, STORE } from '../tokens.ts';
import { linksOf } from './links.ts';
import { namesOf } from './names.ts';
import { readDay, readText } from './query.ts';

@ApiTags('me 本岗')
@Controller('api')
export class InboxController {
  private readonly store: Store;
  private readonly clock: BusinessClock;
  private readonly posts: Posts;

  constructor(
    @Inject(STORE) store: Store,
    @Inject(BUSINESS_CLOCK) clock: BusinessClock,
    @Inject(POSTS) posts: Posts,
  ) {
    this.store = store;
    this.clock = clock;
    this.posts = posts;
  }

  @Get('me')
  @ApiOperation({
    summary:
      '我以何岗位登录、还可选哪些岗位 / from which post I speak, how far it reaches, and which others I may choose',
  })
  async me(@Acting() actor: Actor) {
    const { division, personId } = actor;
    const [now, held] = await Promise.all([this.clock.now(division), this.posts.heldBy(actor)]);
    // Where the identity provider alone knows the person, it also knows the name.
    const names = held === null ? null : await namesOf(this.store, { division, wall: division }, [personId]);
    return {
      ...actor,
      name: names?.get(personId) ?? null,
      title: ROLES[actor.role as Role],
      reach: REACH[actor.role],
      now,
      directory: held !== null,
      posts: (held ?? []).map(listed),
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
