export { workflowBundle } from './bundle.ts';
export { ensureSearchAttributes, searchAttributeTypes } from './search-attributes.ts';
export type { WorkerSettings } from './settings.ts';
export { type RunningWorker, startWorker } from './worker.ts';
