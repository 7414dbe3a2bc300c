export * from './client.ts';
export * from './compacted.ts';
export * from './consumer.ts';
export * from './log.ts';
export * from './patience.ts';
export * from './producer.ts';
export * from './topics.ts';
