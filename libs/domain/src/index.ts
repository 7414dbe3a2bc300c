export * from './core/actor.ts';
export * from './core/aggregate.ts';
export * from './core/can.ts';
export * from './core/legal-date.ts';
export * from './core/obligation.ts';
export * from './core/run.ts';
export * from './core/world.ts';
export * from './aggregates.ts';
