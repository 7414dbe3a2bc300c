export type { FormFinding } from './finding.ts';
export { type PublishedForm, readPublishedForm } from './form.ts';
export { type ScoredExecution, type ScoredForm, type ScoredFormLine, scorePublishedForm } from './score.ts';
