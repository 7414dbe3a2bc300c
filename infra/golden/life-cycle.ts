import type { Aggregate, Transition } from '@quancheng/domain';

/** An edge that leaves from more stages than this is a sentence below the picture instead of a bundle of arrows. */
const MOST_ARROWS = 3;

/** The life of one kind of stream as a Mermaid picture, drawn from its transition table alone. */
export function lifeCycle(aggregate: Aggregate): string {
  const moving = aggregate.transitions.flatMap((edge) =>
    edge.to === 'same' ? [] : [{ ...edge, to: edge.to }],
  );
  const drawn = moving.filter((edge) => edge.from.length <= MOST_ARROWS);
  const told = moving.filter((edge) => edge.from.length > MOST_ARROWS);
  const stages = new Set(
    drawn.flatMap((edge) => [...edge.from, ...edge.to]).filter((stage) => stage !== 'none'),
  );
  const finals = [...stages].filter((stage) => aggregate.stages[stage]?.final);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...stages].map((stage) => `  state "${titleOf(aggregate, stage)}" as ${nodeOf(stage)}`),
    ...arrowsOf(aggregate, drawn),
    ...finals.map((stage) => `  ${nodeOf(stage)} --> [*]`),
    '```',
    ...told.map(
      (edge) =>
        `- ${edge.from.length} 个环节均可“${eventTitle(aggregate, edge)}” → ${edge.to.map((stage) => titleOf(aggregate, stage)).join('、')}`,
    ),
  ].join('\n');
}

/** One arrow for each pair of stages, with every event that leads along it. */
function arrowsOf(
  aggregate: Aggregate,
  edges: readonly (Transition & { to: readonly string[] })[],
): string[] {
  const labels = new Map<string, Set<string>>();
  for (const edge of edges) {
    for (const from of edge.from) {
      for (const to of edge.to) {
        const arrow = `${from === 'none' ? '[*]' : nodeOf(from)} --> ${nodeOf(to)}`;
        labels.set(arrow, (labels.get(arrow) ?? new Set()).add(eventTitle(aggregate, edge)));
      }
    }
  }
  return [...labels].map(([arrow, titles]) => `  ${arrow}: ${[...titles].join(' / ')}`);
}

const nodeOf = (stage: string): string => stage.replaceAll('-', '_');

const titleOf = (aggregate: Aggregate, stage: string): string => aggregate.stages[stage]?.title.zh ?? stage;

const eventTitle = (aggregate: Aggregate, edge: Transition): string =>
  aggregate.events[edge.event]?.title.zh ?? edge.event;

const BEGIN = /<!-- life-cycle:begin[^>]*-->\n/;
const END = '<!-- life-cycle:end -->';

/** A document with its picture renewed between the two marks. */
export function withPicture(document: string, picture: string): string {
  const begin = BEGIN.exec(document);
  const end = document.indexOf(END);
  if (begin === null || end < 0) throw new Error('the document has no place for the life-cycle picture');
  return `${document.slice(0, begin.index)}${begin[0]}${picture}\n${document.slice(end)}`;
}
