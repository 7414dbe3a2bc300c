export { clockActivities } from './clock-steps.ts';
export { type UploadedFiles, uploadedFiles } from './jobs/files.ts';
export { jobActivities } from './jobs/jobs.ts';
export { followUpActivities } from './follow-ups.ts';
export { type NoticeSettings, noticeActivities, serveDivisions } from './notices/notices.ts';
export { streamActivities } from './stream-work.ts';
export { type Recovered, type Recovery, recover } from './sweep/recover.ts';
export { openSweep, type Sweep, type SweepSettings, type Swept } from './sweep/sweep.ts';
