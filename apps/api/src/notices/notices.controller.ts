import { Controller, Get, HttpCode, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { dateOf } from '@quancheng/kernel';
import {
  findNotice,
  listDeliveries,
  listNotices,
  markRead,
  type Notice,
  noticeExists,
  phoneList,
} from '@quancheng/notices';
import type { BusinessClock } from '../clock/business-clock.ts';
import { collectionOf } from '../commands/catalogue.ts';
import { denied, notFound } from '../http/problem.ts';
import { Acting } from '../identity/guard.ts';
import { readCursor, readDay, readText } from '../reading/query.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';
import { phoneCsv } from './phone-csv.ts';
import { looksAfterNotices, mayCallPeople, shownDelivery } from './shown.ts';

type Asked = Readonly<Record<string, unknown>>;

const NOTICE_ID = /^N[0-9a-f]{24}$/;
const NOTICE = { zh: '该通知', en: 'the notice' };

/** What the post was told, and how the telling went. */
@ApiTags('notices 通知')
@Controller('api/notices')
export class NoticesController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get()
  @ApiQuery({ name: 'unread', required: false, enum: ['1'] })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOperation({
    summary: '本岗收到的通知，最近的在前 / what the signed-in post was told, the latest first',
  })
  async mine(@Query() query: Asked, @Acting() actor: Actor) {
    const unread = readText('unread', query.unread) === '1';
    const { items, next } = await listNotices(this.store, actor, {
      unread,
      cursor: readCursor(query.cursor),
    });
    return { items: items.map(shown), next };
  }

  @Get('phone-list.csv')
  @ApiProduces('text/csv')
  @ApiQuery({
    name: 'since',
    required: false,
    description: '自该日起，默认今日 / from this day on, today by default',
  })
  @ApiOperation({
    summary: '紧急通知的电话名单（人工通知用） / names and numbers for what is urgent, to be told by hand',
  })
  async phones(@Query() query: Asked, @Acting() actor: Actor): Promise<StreamableFile> {
    if (!mayCallPeople(actor)) throw notForThisPost();
    const { division } = actor;
    const since = readDay('since', query.since) ?? dateOf(await this.clock.now(division));
    const rows = await phoneList(this.store, division, since);
    return new StreamableFile(Buffer.from(phoneCsv(rows)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="phone-list-${since}.csv"`,
    });
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ summary: '标记为已读 / marks it as read by the signed-in person' })
  async read(@Param('id') id: string, @Acting() actor: Actor) {
    await markRead(this.store, actor, await this.find(id, actor));
    return shown(await this.find(id, actor));
  }

  @Get(':id/deliveries')
  @ApiOperation({
    summary: '送达情况：逐人逐渠道 / how each person was told, or was not, over each channel',
  })
  async deliveries(@Param('id') id: string, @Query() query: Asked, @Acting() actor: Actor) {
    if (!looksAfterNotices(actor)) await this.find(id, actor);
    else if (!NOTICE_ID.test(id) || !(await noticeExists(this.store, actor.division, id)))
      throw notFound(NOTICE);
    const page = { notice: id, cursor: readCursor(query.cursor) };
    const { items, next } = await listDeliveries(this.store, actor.division, page);
    return { items: items.map(shownDelivery), next };
  }

  private async find(id: string, actor: Actor): Promise<Notice> {
    const notice = NOTICE_ID.test(id) ? await findNotice(this.store, actor, id) : null;
    if (notice === null) throw notFound(NOTICE);
    return notice;
  }
}

function shown(notice: Notice) {
  const self = `/api/notices/${notice.id}`;
  return {
    ...notice,
    links: {
      file: `/api/${collectionOf(notice.aggregate)}/${notice.objectId}`,
      read: `${self}/read`,
      deliveries: `${self}/deliveries`,
    },
  };
}

const notForThisPost = () =>
  denied({
    code: 'ROLE_NOT_ALLOWED',
    because: { zh: '本岗位不能导出电话名单', en: 'this post may not take out the list of numbers' },
  });
