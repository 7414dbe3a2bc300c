export { capitals } from './capitals.ts';
export { calendarFrom, stateCouncilCalendar, type WorkingDayCalendar } from './calendar.ts';
export {
  type Deadline,
  type DeadlineOptions,
  daysAfter,
  monthsAfter,
  onDate,
  type RestDayRule,
  workingDaysAfter,
} from './deadline.ts';
export { Decimal, exact, isExactText, percentOf, roundHalfUp } from './exact.ts';
export {
  AGGREGATES,
  type Aggregate,
  type DivisionCode,
  parseDivision,
  parseStreamId,
  type StreamId,
  type StreamParts,
  streamIdOf,
} from './ids.ts';
export {
  atHour,
  dateOf,
  endOfDay,
  epochOf,
  type Instant,
  instantFromEpoch,
  parseInstant,
  startOfDay,
} from './instant.ts';
export { canonicalJson, fromJson, type Json, toJson } from './json.ts';
export { type Fen, formatWan, formatYuan, type MoneyUnit, parseMoney, parseYuan, sumFen } from './money.ts';
export {
  addDays,
  addMonths,
  day,
  daysBetween,
  makeDate,
  type PlainDate,
  parsePlainDate,
  weekdayOf,
  yearOf,
} from './plain-date.ts';
export { type FieldFault, isRefusal, type Refusal, refuse, type Words } from './refusal.ts';
export { SHA256 } from './sha256.ts';
