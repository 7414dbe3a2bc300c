export { type RunningReporting, startReporting } from './reporting.ts';
export { type ReportingSettings, settingsFrom } from './settings.ts';
export type { Summary, Totals } from './summary.ts';
