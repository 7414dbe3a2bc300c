export * from './papers.ts';
export * from './story.ts';
export * from './walk.ts';
