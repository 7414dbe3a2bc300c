import { buffer } from 'node:stream/consumers';
import type { Attachments } from '@quancheng/attachments';
import { type Actor, aggregates, can, fold } from '@quancheng/domain';
import type { Store } from '@quancheng/event-store';
import {
  filledPaper,
  handedInPaper,
  homeAt,
  lookOver,
  PAPER_PLACES,
  type PaperChange,
  paperChanges,
  type PaperLook,
  type PaperPlace,
} from '@quancheng/jobs';
import { isRefusal, type Refusal, type StreamId, type Words } from '@quancheng/kernel';
import {
  type FilledPaper,
  markPaper,
  type PaperFault,
  PAPERS,
  type PaperName,
  paperIsStale,
  type ReadPaper,
  readPaper,
} from '@quancheng/papers';
import { loadDossier } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { collectionOf, streamAt } from '../commands/catalogue.ts';
import { denied, notFound, Problem, refusedProblem } from '../http/problem.ts';
import type { Reader } from '../identity/posts.ts';
import { openDossier } from '../reading/dossier.ts';

/** Which paper of which file. */
export interface PaperAddress {
  readonly collection: string;
  readonly id: string;
  readonly paper: string;
}

/** A file as it was read, beside the paper that stands here. */
export interface Reading {
  readonly paper: PaperName;
  readonly place: PaperPlace;
  readonly read: ReadPaper;
  readonly changes: readonly PaperChange[];
  readonly faults: readonly PaperFault[];
  readonly notes: readonly Words[];
  /** Why it is no file of this paper: then nothing of it may be taken over. */
  readonly mismatch: Refusal | null;
}

interface Opened {
  readonly paper: PaperName;
  readonly place: PaperPlace;
  readonly stream: StreamId;
  readonly look: PaperLook;
}

/** Papers on their way out as files, and back in: read here, stored only by the command that keeps them as a draft. */
export class PaperDesk {
  private readonly store: Store;
  private readonly clock: BusinessClock;
  private readonly attachments: Attachments;

  constructor(parts: { store: Store; clock: BusinessClock; attachments: Attachments }) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.attachments = parts.attachments;
  }

  /** The paper with what is filled in so far. Throws a `Problem` for every "no". */
  async filled(address: PaperAddress, actor: Actor, round: string | undefined): Promise<FilledPaper> {
    const { paper, stream, look } = await this.open(address, actor);
    const filled = await filledPaper(paper, stream, look, round);
    if (isRefusal(filled)) throw refusedProblem(filled);
    return filled;
  }

  /** The paper that the event of this version handed in, for everybody who may read the file. Throws a `Problem` for every "no". */
  async handedIn(address: PaperAddress, reader: Reader, version: number): Promise<FilledPaper> {
    const { paper, place } = placeAt(address);
    const { division, wall } = reader;
    const aggregate = aggregates[place.aggregate];
    const stream = streamAt(aggregate, division, address.id);
    const { events } = await openDossier(this.store, aggregate, stream, reader);
    const event = events[version - 1];
    if (event?.type !== place.recordedAs) throw notFound({ zh: '这份表', en: 'this paper' });
    const then = { state: fold(aggregate, events.slice(0, version)), version };
    const look = lookOver(division, await this.clock.now(division), async (one) =>
      one === stream ? then : await loadDossier(this.store, one, wall),
    );
    const filled = await handedInPaper(paper, stream, event, look);
    if (isRefusal(filled)) throw refusedProblem(filled);
    return filled;
  }

  async read(address: PaperAddress, actor: Actor, sha256: string): Promise<Reading> {
    const { paper, place, stream, look } = await this.open(address, actor);
    const read = await readPaper(await this.file(actor, sha256));
    if (isRefusal(read)) throw new Problem(422, read);
    const home = await homeAt(stream, read, look, paper);
    if (isRefusal(home))
      return { paper, place, read, changes: [], faults: read.faults, notes: read.notes, mismatch: home };
    const stale = paperIsStale(read, home.filled.head);
    const notes = stale === null ? read.notes : [stale, ...read.notes];
    const changes = paperChanges(place.fields, home.filled.values, read.values);
    return { paper, place, read, changes, faults: read.faults, notes, mismatch: null };
  }

  /** A copy of the same file with what is wrong in its cells. */
  async marked(address: PaperAddress, actor: Actor, sha256: string): Promise<Uint8Array> {
    const { read, faults, mismatch } = await this.read(address, actor, sha256);
    const whole = mismatch === null ? [] : [{ ...mismatch, field: '', ...read.at('') }];
    const copy = await markPaper(await this.file(actor, sha256), [...whole, ...faults]);
    if (isRefusal(copy)) throw new Problem(422, copy);
    return copy;
  }

  /** For those who may hand the paper in. */
  private async open(address: PaperAddress, actor: Actor): Promise<Opened> {
    const { paper, place } = placeAt(address);
    const aggregate = aggregates[place.aggregate];
    const stream = streamAt(aggregate, actor.division, address.id);
    const look = lookOver(actor.division, await this.clock.now(actor.division), (one) =>
      loadDossier(this.store, one),
    );
    const state = await look.state(stream);
    if (state.stage === 'none') throw notFound(aggregate.title);
    const roles = aggregate.commands[place.submits]?.roles ?? [];
    const denial = can(actor, roles, aggregate.ownership(state));
    if (denial !== null) throw denied(denial);
    return { paper, place, stream, look };
  }

  private async file({ division }: Actor, sha256: string): Promise<Uint8Array> {
    const found = await this.attachments.open(division, sha256);
    if (found === null) throw notFound({ zh: '该附件', en: 'the attachment' });
    return await buffer(found.content);
  }
}

/** Throws 404 for a paper that such a file does not have. */
function placeAt({ collection, paper: name }: PaperAddress): Pick<Opened, 'paper' | 'place'> {
  const paper = PAPERS.find((known) => known === name);
  if (paper === undefined || collectionOf(PAPER_PLACES[paper].aggregate) !== collection)
    throw notFound({ zh: '这种表', en: 'this paper' });
  return { paper, place: PAPER_PLACES[paper] };
}
