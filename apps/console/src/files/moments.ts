/** A moment of the record to the minute, as lists show it: `2014-08-01 09:00`. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
