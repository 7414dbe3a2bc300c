import { Body, Controller, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '@quancheng/domain';
import type { Json } from '@quancheng/kernel';
import type { CommandAnswer } from '@quancheng/ports';
import type { FastifyReply } from 'fastify';
import { fieldAsGiven } from '../http/money-json.ts';
import { Problem } from '../http/problem.ts';
import { Acting } from '../identity/guard.ts';
import type { Metrics } from '../operations/metrics.ts';
import { linksOf } from '../reading/links.ts';
import { eventTitle, stageTitle } from '../reading/dossier.ts';
import { DESK, METRICS } from '../tokens.ts';
import { aggregateAt, commandAt, streamAt } from './catalogue.ts';
import type { CommandDesk, Handed } from './desk.ts';
import { readCommandRequest } from './request.ts';

// In the OpenAPI document each command stands under its own address: see openapi/command-paths.ts.
@ApiExcludeController()
@Controller('api')
export class CommandsController {
  private readonly desk: CommandDesk;
  private readonly metrics: Metrics;

  constructor(@Inject(DESK) desk: CommandDesk, @Inject(METRICS) metrics: Metrics) {
    this.desk = desk;
    this.metrics = metrics;
  }

  @Post(':collection/:id/:command')
  async command(
    @Param() address: { collection: string; id: string; command: string },
    @Headers() headers: Record<string, unknown>,
    @Body() body: unknown,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const aggregate = aggregateAt(address.collection);
    const { type } = commandAt(aggregate, address.command);
    const stream = streamAt(aggregate, actor.division, address.id);
    const request = readCommandRequest(headers, body);
    const handed: Handed = { aggregate, stream, type, actor, request };
    const counted = { aggregate: aggregate.name, command: type };
    const { answer, repeated } = await this.desk.take(handed).catch((error: unknown) => {
      this.metrics.commands.inc({
        ...counted,
        outcome: error instanceof Problem ? error.refusal.code : 'FAULT',
      });
      throw error instanceof Problem ? toldAsGiven(error, body) : error;
    });
    this.metrics.commands.inc({ ...counted, outcome: repeated ? 'repeated' : 'accepted' });
    const self = `/api/${address.collection}/${address.id}`;
    void reply
      .status(answer.events.some((event) => event.version === 1) ? 201 : 200)
      .header('etag', `"${answer.version}"`)
      .header('location', self)
      .header('idempotency-replayed', String(repeated));
    return said(handed, answer, self);
  }
}

function toldAsGiven({ status, refusal, headers, more, cause }: Problem, body: unknown): Problem {
  const { data = {} } = (body ?? {}) as { data?: Json };
  const fields = refusal.fields?.map((fault) => ({ ...fault, field: fieldAsGiven(fault.field, data) }));
  return new Problem(status, fields === undefined ? refusal : { ...refusal, fields }, {
    headers,
    more,
    cause,
  });
}

function said({ aggregate }: Handed, answer: CommandAnswer, self: string) {
  return {
    version: answer.version,
    stage: answer.stage,
    stageTitle: stageTitle(aggregate, answer.stage),
    events: answer.events.map((event) => ({ ...event, title: eventTitle(aggregate, event.type) })),
    links: linksOf(self),
  };
}
