import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import { isRefusal } from '@quancheng/kernel';
import { listDeliveries } from '@quancheng/notices';
import { resendNotice } from '@quancheng/ports/client';
import type { Client } from '@temporalio/client';
import { idempotencyKey } from '../commands/request.ts';
import { speak } from '../commands/sender.ts';
import { denied, notFound, refusedProblem } from '../http/problem.ts';
import { Acting } from '../identity/guard.ts';
import { readReason } from '../jobs/requests.ts';
import { readCursor, readText } from '../reading/query.ts';
import { STORE, TEMPORAL_CLIENT } from '../tokens.ts';
import { DELIVERY_STATES, looksAfterNotices, shownDelivery } from './shown.ts';

const DELIVERY_ID = /^D[0-9a-f]{24}$/;
const DELIVERY = { zh: '这次送达', en: 'the delivery' };

type Asked = Readonly<Record<string, unknown>>;

/** For whoever looks after the telling: what did not arrive, and what a person has sent once more. */
@ApiTags('notices 通知')
@Controller('api/notice-deliveries')
export class DeliveriesController {
  private readonly store: Store;
  private readonly client: Client;

  constructor(@Inject(STORE) store: Store, @Inject(TEMPORAL_CLIENT) client: Client) {
    this.store = store;
    this.client = client;
  }

  @Get()
  @ApiQuery({ name: 'state', required: false, enum: DELIVERY_STATES })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiOperation({
    summary: '全区划的送达情况，可按状态筛选 / how every telling of the division went, by state',
  })
  async list(@Query() query: Asked, @Acting() actor: Actor) {
    if (!looksAfterNotices(actor)) throw notForThisPost();
    const page = { state: readText('state', query.state), cursor: readCursor(query.cursor) };
    const { items, next } = await listDeliveries(this.store, actor.division, page);
    return { items: items.map(shownDelivery), next };
  }

  @Post(':id/resend')
  @HttpCode(202)
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ schema: { type: 'object', required: ['reason'], properties: { reason: { type: 'string' } } } })
  @ApiOperation({
    summary:
      '说明理由后重发一次（可能重复收到） / sends it once more, for a reason; it may then arrive twice',
  })
  async resend(
    @Param('id') id: string,
    @Headers() headers: Asked,
    @Body() body: unknown,
    @Acting() actor: Actor,
  ) {
    if (actor.role !== 'administrator') throw notForThisPost();
    if (!DELIVERY_ID.test(id)) throw notFound(DELIVERY);
    const { division, personId } = actor;
    const key = idempotencyKey(headers['idempotency-key']);
    const request = { division, deliveryId: id, by: personId, reason: readReason(body), key };
    const answer = await speak(this.client, () => resendNotice(this.client, request));
    if (!isRefusal(answer)) return answer;
    if (answer.code === 'NOT_FOUND') throw notFound(DELIVERY);
    throw refusedProblem(answer);
  }
}

const notForThisPost = () =>
  denied({
    code: 'ROLE_NOT_ALLOWED',
    because: { zh: '本岗位不管理通知的送达', en: 'this post does not look after the telling' },
  });
