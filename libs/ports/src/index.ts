export * from './activities.ts';
export * from './jobs.ts';
export * from './names.ts';
export * from './notices.ts';
export * from './wire.ts';
