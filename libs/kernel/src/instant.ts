import { addDays, dateOfDayNumber, dayNumberOf, type PlainDate, parsePlainDate } from './plain-date.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

declare const instant: unique symbol;

/**
 * A moment, written in China's time with milliseconds: '2014-10-08T09:00:00.000+08:00'. One offset and one length,
 * so instants sort as texts. China has kept +08:00 without daylight saving since 1991.
 */
export type Instant = string & { readonly [instant]: true };

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;
const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

export function instantFromEpoch(epochMs: number): Instant {
  const local = Math.floor(epochMs) + OFFSET_MS;
  const dayNumber = Math.floor(local / DAY_MS);
  return `${dateOfDayNumber(dayNumber)}T${clock(local - dayNumber * DAY_MS)}+08:00` as Instant;
}

export function epochOf(moment: Instant): number {
  const hours = Number(moment.slice(11, 13));
  const minutes = Number(moment.slice(14, 16));
  const seconds = Number(moment.slice(17, 23));
  return (
    dayNumberOf(dateOf(moment)) * DAY_MS +
    hours * 3_600_000 +
    minutes * 60_000 +
    Math.round(seconds * 1000) -
    OFFSET_MS
  );
}

/** The day in China on which the moment falls. */
export function dateOf(moment: Instant): PlainDate {
  return moment.slice(0, 10) as PlainDate;
}

export function startOfDay(date: PlainDate): Instant {
  return atHour(date, 0);
}

/** 24:00 of the day, the moment a dated duty ends: written as 00:00 of the next day. */
export function endOfDay(date: PlainDate): Instant {
  return atHour(addDays(date, 1), 0);
}

/** The full hour (0–23) of a day. */
export function atHour(date: PlainDate, hour: number): Instant {
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) throw new RangeError(`no such hour: ${hour}`);
  return `${date}T${clock(hour * 3_600_000)}+08:00` as Instant;
}

/** Reads an ISO 8601 moment with any offset and writes it in China's time. A moment without an offset is refused. */
export function parseInstant(text: string): Instant | Refusal {
  const match = text.length > 40 ? null : SHAPE.exec(text);
  if (match === null) return notAMoment();
  const [, dateText = '', hour, minute, second = '0', fraction = '', offset = 'Z'] = match;
  const date = parsePlainDate(dateText);
  if (isRefusal(date)) return date;
  const offsetMinutes = minutesOf(offset);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offsetMinutes === undefined)
    return notAMoment();

  const sinceMidnight = (Number(hour) * 60 + Number(minute) - offsetMinutes) * 60_000 + Number(second) * 1000;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return instantFromEpoch(dayNumberOf(date) * DAY_MS + sinceMidnight + milliseconds);
}

function minutesOf(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4, 6));
  if (hours > 14 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function clock(sinceMidnightMs: number): string {
  const part = (unit: number, modulus: number, length: number) =>
    (Math.floor(sinceMidnightMs / unit) % modulus).toString().padStart(length, '0');
  return `${part(3_600_000, 24, 2)}:${part(60_000, 60, 2)}:${part(1000, 60, 2)}.${part(1, 1000, 3)}`;
}

function notAMoment(): Refusal {
  return refuse({
    code: 'INSTANT_SHAPE',
    because: { zh: '时间格式不对，或没有写明时区', en: 'This is not a moment, or it states no offset.' },
    remedy: {
      zh: '请按 2014-10-08T09:00:00+08:00 的形式填写',
      en: 'Write it like 2014-10-08T09:00:00+08:00.',
    },
  });
}
