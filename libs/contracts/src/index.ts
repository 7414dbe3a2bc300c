export * from './compatible.ts';
export * from './follow.ts';
export * from './message.ts';
export * from './public-event.ts';
export * from './schema.ts';
export * from './schemas.ts';
export * from './snapshot.ts';
export * from './topics.ts';
