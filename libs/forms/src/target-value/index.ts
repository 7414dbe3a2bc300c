export { readTargetValue } from './read.ts';
export {
  type Operator,
  type Suggestion,
  TARGET_KINDS,
  type TargetContext,
  type TargetKind,
  type TargetReading,
} from './reading.ts';
export { tierWord } from './words.ts';
export { writeTargetValue } from './write.ts';
