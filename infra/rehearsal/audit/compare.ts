import type { Difference } from './difference.ts';
import type { Published } from './published.ts';
import type { Stored } from './stored.ts';

/** Stored = on Kafka: the same distinct ids, and in each stream the same order. */
export function compareEvents(stored: readonly Stored[], published: readonly Published[]): Difference[] {
  const there = new Set(published.map(({ id }) => id));
  const here = new Set(stored.map(({ eventId }) => eventId));
  const twice = stored.length - here.size;
  return [
    ...(twice === 0 ? [] : [{ where: 'store', expected: 'distinct event ids', found: `${twice} repeated` }]),
    ...stored
      .filter(({ eventId }) => !there.has(eventId))
      .map(({ stream, version, eventId }) => ({
        where: `${stream} v${version}`,
        expected: `${eventId} on Kafka`,
        found: 'missing',
      })),
    ...published
      .filter(({ id }) => !here.has(id))
      .map(({ stream, id }) => ({ where: stream, expected: `${id} in the store`, found: 'missing' })),
    ...wrongOrder(stored, published),
  ];
}

function wrongOrder(stored: readonly Stored[], published: readonly Published[]): Difference[] {
  const onKafka = Map.groupBy(published, ({ stream }) => stream);
  return [...Map.groupBy(stored, ({ stream }) => stream)].flatMap(([stream, events]) => {
    const sorted = events.toSorted((a, b) => a.version - b.version);
    const gap = sorted.findIndex(({ version }, index) => version !== index + 1);
    const arrived = (onKafka.get(stream) ?? []).map(({ id }) => id);
    const first = sorted.findIndex(({ eventId }, index) => eventId !== arrived[index]);
    return [
      ...(gap < 0
        ? []
        : [{ where: stream, expected: `version ${gap + 1}`, found: `version ${sorted[gap]?.version}` }]),
      ...(first < 0
        ? []
        : [
            {
              where: `${stream} v${first + 1} on Kafka`,
              expected: sorted[first]?.eventId ?? '',
              found: arrived[first] ?? 'nothing',
            },
          ]),
    ];
  });
}
