export { isShareName } from './doubt.ts';
export {
  directionOf,
  type IndicatorOffer,
  indicatorFromText,
  isNumeric,
  meantBy,
} from './indicator-from-text.ts';
export { startsWithOperator } from './plain-text.ts';
export { readTargetValue } from './read.ts';
export {
  type Operator,
  type Suggestion,
  TARGET_KINDS,
  type TargetContext,
  type TargetKind,
  type TargetReading,
} from './reading.ts';
export { saysNotApplicable } from './words.ts';
export { writeTargetValue } from './write.ts';
