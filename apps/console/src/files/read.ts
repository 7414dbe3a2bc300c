import type { Words } from '@quancheng/kernel';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { Action } from '../actions/panel.tsx';
import { get } from '../api.ts';
import type { Submission } from './submissions.tsx';
import type { Compared } from './versions.tsx';

/** Reading a file of any kind from the API, from every side that a page shows. */

export interface FileAddress {
  readonly collection: string;
  readonly id: string;
}

export interface FileRead<S = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly stageTitle: Words;
  readonly state: S;
}

export interface Office {
  readonly role: string;
  readonly title: Words;
  readonly unit: string;
}

export interface Wait {
  readonly obligation: string;
  readonly waitingFor: Office;
  readonly people: readonly { personId: string; name: string | null; actingFor: string | null }[];
  readonly forWhat: Words;
  readonly since: string;
  readonly until: string | null;
  readonly whyThatDate: Words | null;
  readonly provisional: boolean;
  readonly overdue: boolean;
  readonly clause: string;
  readonly unblockedBy: readonly { command: string; title: Words }[];
  readonly ifNobodyActs: Words;
  readonly escalatesTo: Office | null;
}

export interface Entry {
  readonly eventId: string;
  readonly version: number;
  readonly type: string;
  readonly title: Words;
  readonly happenedOn: string;
  readonly recordedAt: string;
  readonly by: {
    readonly role: string;
    readonly post: string;
    readonly unit: string;
    readonly personId: string;
    readonly name: string | null;
    readonly words?: Words;
  };
  readonly clause: string | null;
  readonly lateReason: string | null;
}

export interface RecordedEvent {
  readonly version: number;
  readonly type: string;
  readonly title: Words;
  readonly happenedOn: string;
  readonly data: unknown;
}

export interface StageWords {
  readonly stage: string;
  readonly title: Words;
  readonly final: boolean;
}

/** Where the API has a file. */
export const pathOf = ({ collection, id }: FileAddress): string =>
  `/api/${collection}/${encodeURIComponent(id)}`;

/** All that is read of one file begins with this key: an action makes it stale at once. */
export const fileKey = ({ collection, id }: FileAddress) => ['file', collection, id] as const;

const fileQuery = <S>(address: FileAddress) => ({
  queryKey: fileKey(address),
  queryFn: () => get<FileRead<S>>(pathOf(address)),
});

const sideQuery = <T>(address: FileAddress, side: string) => ({
  queryKey: [...fileKey(address), side],
  queryFn: () => get<T>(`${pathOf(address)}/${side}`),
});

export const useFile = <S = Readonly<Record<string, unknown>>>(address: FileAddress) =>
  useQuery(fileQuery<S>(address));

export const useFiles = <S>(addresses: readonly FileAddress[]) =>
  useQueries({ queries: addresses.map((address) => fileQuery<S>(address)) });

export const useWaits = (addresses: readonly FileAddress[]) =>
  useQueries({
    queries: addresses.map((address) => sideQuery<{ waiting: readonly Wait[] }>(address, 'waiting')),
  });

export const useActions = (address: FileAddress) =>
  useQuery(sideQuery<{ version: number; actions: readonly Action[] }>(address, 'actions'));

export const useTimeline = (address: FileAddress) =>
  useQuery(sideQuery<{ entries: readonly Entry[] }>(address, 'timeline'));

export const useSubmissions = (address: FileAddress) =>
  useQuery(sideQuery<{ submissions: readonly Submission[] }>(address, 'submissions'));

export const useVersions = (address: FileAddress) => useQuery(sideQuery<Compared>(address, 'versions'));

/** The whole record, page by page: papers lie in it. */
export const useEvents = (address: FileAddress) =>
  useQuery({
    queryKey: [...fileKey(address), 'events'],
    queryFn: async () => {
      const all: RecordedEvent[] = [];
      for (let after: number | null = 0; after !== null; ) {
        const page: { events: RecordedEvent[]; after: number; more: boolean } = await get(
          `${pathOf(address)}/events`,
          { after },
        );
        all.push(...page.events);
        after = page.more ? page.after : null;
      }
      return all;
    },
  });

export const useCatalogue = () =>
  useQuery({
    queryKey: ['catalogue'],
    queryFn: () =>
      get<{ collections: readonly { collection: string; title: Words; stages: readonly StageWords[] }[] }>(
        '/api/catalogue',
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
