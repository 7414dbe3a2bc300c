import type { Attachments } from '@quancheng/attachments';
import { type Actor, type Aggregate, handle, type OpenFiles, worldOf } from '@quancheng/domain';
import { behindWall, findCommand, requestHash, type Store } from '@quancheng/event-store';
import { type DivisionCode, type Instant, isRefusal, type Refusal, type StreamId } from '@quancheng/kernel';
import { type CommandAnswer, commandOf, keyReused, requestOf, type WireCommand } from '@quancheng/ports';
import { type Dossier, loadDossier, openFilesOf } from '@quancheng/read-models';
import type { BusinessClock } from '../clock/business-clock.ts';
import { type Problem, refusedProblem } from '../http/problem.ts';
import { eventTitle, mayRead } from '../reading/dossier.ts';
import { requireAttachments } from './named-attachments.ts';
import type { CommandRequest } from './request.ts';
import type { Sender } from './sender.ts';

export interface Handed {
  readonly aggregate: Aggregate;
  readonly stream: StreamId;
  readonly type: string;
  readonly actor: Actor;
  readonly request: CommandRequest;
}

interface DeskParts {
  readonly store: Store;
  readonly sender: Sender;
  readonly clock: BusinessClock;
  readonly attachments: Attachments;
}

/** The way of one command from the door to its answer. No rule lives here: refusals are the domain's own. */
export class CommandDesk {
  private readonly parts: DeskParts;

  constructor(parts: DeskParts) {
    this.parts = parts;
  }

  /** Throws a `Problem` for every "no". `repeated` says that the first answer of this key was given again. */
  async take(handed: Handed): Promise<{ answer: CommandAnswer; repeated: boolean }> {
    const { store, sender, clock, attachments } = this.parts;
    const command = wireCommand(handed);
    const [first, receivedAt, dossier] = await Promise.all([
      this.firstAnswer(handed, command),
      clock.now(handed.actor.division),
      loadDossier(store, handed.stream),
    ]);
    const openFiles = await this.openFiles(handed);
    if (first !== null) return { answer: first, repeated: true };
    await requireAttachments(attachments, handed.actor.division, handed.request.data);
    const refusal = judgedAtTheDoor(handed, command, { receivedAt, dossier, openFiles });
    if (refusal !== null) {
      // The same command may have arrived by another request just now, and made the file what it is.
      const meanwhile = await this.firstAnswer(handed, command);
      if (meanwhile !== null) return { answer: meanwhile, repeated: true };
      throw refusedProblem(refusal);
    }
    const result = await sender.send(handed.stream, { command, receivedAt });
    if (isRefusal(result)) throw await this.explained(handed, result);
    return { answer: result, repeated: false };
  }

  /** What a reorganisation would hand over: only the directory looks at it. */
  private async openFiles({ aggregate, actor: { division } }: Handed): Promise<OpenFiles> {
    if (aggregate.name !== 'directory') return {};
    return await behindWall(this.parts.store, division, (sql) => openFilesOf(sql, division));
  }

  /** Asked before anything is begun, so that a key is answered alike today, tomorrow, and with the workflow engine out of reach. */
  private async firstAnswer({ actor, stream }: Handed, command: WireCommand): Promise<CommandAnswer | null> {
    const known = await findCommand(this.parts.store, actor.division as DivisionCode, command.commandId);
    if (known === undefined) return null;
    if (known.requestHash === requestHash(requestOf(stream, command)))
      return known.answer as unknown as CommandAnswer;
    throw refusedProblem(keyReused());
  }

  /** With a stale version goes what has changed since, for those who may read the file. */
  private async explained({ aggregate, stream, actor, request }: Handed, refusal: Refusal): Promise<Problem> {
    if (refusal.code !== 'STALE_VERSION') return refusedProblem(refusal);
    const dossier = await loadDossier(this.parts.store, stream);
    if (dossier === null || !mayRead(aggregate, dossier, actor)) return refusedProblem(refusal);
    const changes = dossier.events
      .filter((event) => event.version > (request.expectedVersion ?? 0))
      .map(({ version, type, recordedAt }) => ({
        version,
        type,
        title: eventTitle(aggregate, type),
        recordedAt,
      }));
    return refusedProblem(refusal, { version: dossier.version, changes });
  }
}

interface Seen {
  readonly receivedAt: Instant;
  readonly dossier: Dossier | null;
  readonly openFiles: OpenFiles;
}

/**
 * What the domain would refuse goes no further: the clerk hears it at once, no history grows, and no run is begun for a
 * file that is not there. Judged again in the transaction that records it, which alone counts.
 */
function judgedAtTheDoor(
  { aggregate, stream, actor }: Handed,
  command: WireCommand,
  { receivedAt, dossier, openFiles }: Seen,
): Refusal | null {
  // Somebody who saw another version is told so first, by whoever holds the lock.
  if (command.expectedVersion !== undefined && command.expectedVersion !== (dossier?.version ?? 0))
    return null;
  const world = worldOf({
    stream,
    actor,
    now: receivedAt,
    receivedAt,
    happenedOn: command.happenedOn,
    openFiles,
  });
  const answer = handle(aggregate, dossier?.state ?? aggregate.initial, commandOf(command), world);
  return isRefusal(answer) ? answer : null;
}

function wireCommand({ type, actor, request }: Handed): WireCommand {
  return { type, actor, ...request };
}
