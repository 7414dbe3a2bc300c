import type { AggregateName, EventKind } from '@quancheng/domain';
import { AGGREGATES } from '@quancheng/kernel';
import { catalogueOf, dataSchemaOf, typeOf } from './public-event.ts';

/** File name → text of every published event's JSON Schema, in a fixed order. */
export function eventSchemas(): Readonly<Record<string, string>> {
  const files = AGGREGATES.flatMap((aggregate) =>
    Object.entries(catalogueOf(aggregate)).map(([event, kind]) => fileOf(aggregate, event, kind)),
  );
  return Object.fromEntries(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function fileOf(aggregate: AggregateName, event: string, kind: EventKind): readonly [string, string] {
  const type = typeOf(aggregate, event);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${kind.title.zh} ${kind.title.en}`,
    description: `${kind.says.zh}\n${kind.says.en}`,
    'x-type': type,
    ...dataSchemaOf(aggregate, event),
  };
  return [`${type.slice('cn.quancheng.'.length)}.json`, `${JSON.stringify(schema, null, 2)}\n`];
}
