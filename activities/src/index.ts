export { clockActivities } from './clock-steps.ts';
export { followUpActivities } from './follow-ups.ts';
export { streamActivities } from './stream-work.ts';
