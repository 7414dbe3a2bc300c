export * from './papers.ts';
export * from './story.ts';
export * from './walk.ts';
export { type Parts, partsOf, zipOf } from './zip.ts';
