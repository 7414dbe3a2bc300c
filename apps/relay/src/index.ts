export type { SaveCursor } from './publish.ts';
export { type RelayParts, type RunningRelay, startRelay } from './relay.ts';
export { type RelaySettings, settingsFrom } from './settings.ts';
