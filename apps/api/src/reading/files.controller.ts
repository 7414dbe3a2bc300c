import { confirmationMark } from '@quancheng/rulebook';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { actionsFor, type Aggregate, byDate, type Recorded } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import type { Dossier } from '@quancheng/read-models';
import type { FastifyReply } from 'fastify';
import type { BusinessClock } from '../clock/business-clock.ts';
import { aggregateAt, COLLECTIONS, kebabOf, streamAt } from '../commands/catalogue.ts';
import { yuanJson } from '../http/money-json.ts';
import { Reading } from '../identity/guard.ts';
import type { Reader } from '../identity/posts.ts';
import { BUSINESS_CLOCK, STORE } from '../tokens.ts';
import { eventTitle, openDossier, stageTitle } from './dossier.ts';
import { linksOf } from './links.ts';
import { namesOf } from './names.ts';
import { peopleBehind } from './people-behind.ts';
import { readNumber } from './query.ts';
import { waitingOf } from './waiting.ts';

interface Address {
  readonly collection: string;
  readonly id: string;
}
interface Opened {
  readonly aggregate: Aggregate;
  readonly dossier: Dossier;
  readonly self: string;
}

const COLLECTION = { name: 'collection', enum: Object.keys(COLLECTIONS) };
const MOST_EVENTS = 500;

/** One file, from every side a person asks about it. */
@ApiTags('files 事项')
@ApiParam(COLLECTION)
@Controller('api')
export class FilesController {
  private readonly store: Store;
  private readonly clock: BusinessClock;

  constructor(@Inject(STORE) store: Store, @Inject(BUSINESS_CLOCK) clock: BusinessClock) {
    this.store = store;
    this.clock = clock;
  }

  @Get(':collection/:id')
  @ApiOperation({ summary: '事项现状 / the file as it stands; ETag is its version' })
  async file(
    @Param() address: Address,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { aggregate, dossier, self } = await this.open(address, reader, reply);
    const { version, stage, state } = dossier;
    return yuanJson({
      id: address.id,
      version,
      stage,
      stageTitle: stageTitle(aggregate, stage),
      state,
      links: linksOf(self, reader),
    });
  }

  @Get(':collection/:id/timeline')
  @ApiOperation({ summary: '办理经过 / what happened, when, by which post, under which clause' })
  async timeline(
    @Param() address: Address,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { aggregate, dossier } = await this.open(address, reader, reply);
    const names = await namesOf(this.store, reader, peopleIn(dossier.events));
    return yuanJson({
      version: dossier.version,
      entries: dossier.events.map((event) => entryOf(aggregate, event, names)),
    });
  }

  @Get(':collection/:id/waiting')
  @ApiOperation({
    summary: '在等谁、等什么、到何时、依据何条 / who is waited for, for what, until when and why',
  })
  async waiting(
    @Param() address: Address,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { aggregate, dossier } = await this.open(address, reader, reply);
    const { version, stage, state } = dossier;
    const open = byDate(aggregate.openObligations(state));
    const holders = open.map(({ holder }) => holder);
    const people = await peopleBehind(this.store, this.clock, reader, holders);
    return yuanJson({
      version,
      stage,
      stageTitle: stageTitle(aggregate, stage),
      final: aggregate.stages[stage]?.final === true,
      waiting: open.map((obligation) => ({
        ...waitingOf(aggregate, state, obligation),
        people: people(obligation.holder),
      })),
    });
  }

  @Get(':collection/:id/actions')
  @ApiOperation({
    summary: '我能办什么，不能办的原因及条款 / what I may do, and if not, why and under which clause',
  })
  async actions(
    @Param() address: Address,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { aggregate, dossier, self } = await this.open(address, reader, reply);
    const actions = actionsFor(aggregate, dossier.state, reader.actor).map((action) => ({
      ...action,
      command: kebabOf(action.type),
      href: `${self}/${kebabOf(action.type)}`,
    }));
    return yuanJson({ version: dossier.version, stage: dossier.stage, actions });
  }

  @Get(':collection/:id/events')
  @ApiQuery({ name: 'after', required: false, type: Number })
  @ApiOperation({ summary: '事件原文 / the events themselves, after a version' })
  async events(
    @Param() address: Address,
    @Query('after') after: unknown,
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const from = readNumber('after', after, 0);
    const { aggregate, dossier } = await this.open(address, reader, reply);
    const later = dossier.events.filter((event) => event.version > from).slice(0, MOST_EVENTS);
    const last = later.at(-1)?.version ?? from;
    const events = later.map((event) => ({ ...event, title: eventTitle(aggregate, event.type) }));
    return yuanJson({ version: dossier.version, events, after: last, more: last < dossier.version });
  }

  private async open({ collection, id }: Address, reader: Reader, reply: FastifyReply): Promise<Opened> {
    const aggregate = aggregateAt(collection);
    const dossier = await openDossier(
      this.store,
      aggregate,
      streamAt(aggregate, reader.division, id),
      reader,
    );
    void reply.header('etag', `"${dossier.version}"`).header('cache-control', 'no-store');
    return { aggregate, dossier, self: `/api/${collection}/${id}` };
  }
}

const peopleIn = (events: readonly Recorded[]): string[] =>
  events.flatMap(({ actor }) =>
    actor.actingFor === undefined ? [actor.personId] : [actor.personId, actor.actingFor],
  );

/** Who acted, and in whose stead: of a person whose name was erased the id is left. */
function byWhom(
  { personId, role, post, unit, actingFor }: Recorded['actor'],
  names: ReadonlyMap<string, string>,
) {
  const by = { role, post, unit, personId, name: names.get(personId) ?? null };
  if (actingFor === undefined) return by;
  const holder = names.get(actingFor) ?? actingFor;
  return { ...by, actingFor, words: { zh: `代 ${holder}`, en: `for ${holder}` } };
}

function entryOf(aggregate: Aggregate, event: Recorded, names: ReadonlyMap<string, string>) {
  const { eventId, version, type, happenedOn, recordedAt, actor, clause, lateReason } = event;
  const by = byWhom(actor, names);
  return {
    eventId,
    version,
    type,
    title: eventTitle(aggregate, type),
    happenedOn,
    recordedAt,
    by,
    clause: clause ?? null,
    toBeConfirmed: confirmationMark(clause),
    lateReason: lateReason ?? null,
  };
}
