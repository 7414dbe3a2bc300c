export { workflowBundle } from './bundle.ts';
export { ensureSearchAttributes, searchAttributeTypes } from './search-attributes.ts';
export type { WorkerSettings } from './settings.ts';
export { type RunningWorker, startWorker, type WorkerParts } from './worker.ts';
