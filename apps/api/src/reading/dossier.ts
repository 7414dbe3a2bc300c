import { type Actor, type Aggregate, canRead, clockEvents, type StreamState } from '@quancheng/domain';
import type { StreamId, Words } from '@quancheng/kernel';
import type { Store } from '@quancheng/event-store';
import { type Dossier, loadDossier } from '@quancheng/read-models';
import { denied, notFound } from '../http/problem.ts';
import type { Reader } from '../identity/posts.ts';

/** The file with everything recorded of it. Throws 404 where there is none, 403 where the actor may not read it. */
export async function openDossier(
  store: Store,
  aggregate: Aggregate,
  stream: StreamId,
  { actor, division, wall }: Reader,
): Promise<Dossier> {
  const dossier = await loadDossier(store, stream, wall);
  if (dossier === null) throw notFound(aggregate.title);
  const owner = aggregate.ownership(dossier.state);
  const denial = owner === null ? null : canRead(actor, owner, division);
  if (denial !== null) throw denied(denial);
  return dossier;
}

export function mayRead(aggregate: Aggregate, { state }: { state: StreamState }, actor: Actor): boolean {
  const owner = aggregate.ownership(state);
  return owner === null || canRead(actor, owner) === null;
}

/** An event's words; its bare name where an event is older or newer than this code. */
export function eventTitle(aggregate: Aggregate, type: string): Words {
  const catalogue: Readonly<Record<string, { title: Words }>> = { ...clockEvents, ...aggregate.events };
  return catalogue[type]?.title ?? { zh: type, en: type };
}

export const stageTitle = (aggregate: Aggregate, stage: string): Words =>
  aggregate.stages[stage]?.title ?? { zh: stage, en: stage };
