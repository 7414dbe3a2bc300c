import type { LogEntry, logCreator } from 'kafkajs';

/** What this room needs of a logger; pino's has this shape. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * kafkajs speaks of every lost connection as an error, several times a second while a broker is away. Whoever calls this room
 * hears of each failure and logs an outage once, in its own words; the library's lines are for debugging.
 */
export const bridge =
  (log: Log): logCreator =>
  () =>
  (entry: LogEntry) => {
    const { message, timestamp: _, logger: __, stack: ___, ...fields } = entry.log;
    log.debug({ kafka: entry.namespace, ...fields }, message);
  };
