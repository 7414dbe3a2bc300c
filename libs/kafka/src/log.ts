import kafkajs, { type LogEntry, type logCreator } from 'kafkajs';

/** What this room needs of a logger; pino's has this shape. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * kafkajs speaks of every lost connection as an error, several times a second while a broker is away. Who calls this room
 * logs the outage once, in its own words, so the library's errors are warnings here and its warnings are for debugging.
 */
export const bridge =
  (log: Log): logCreator =>
  () =>
  (entry: LogEntry) => {
    const { message, timestamp: _, logger: __, stack: ___, ...fields } = entry.log;
    const line = { kafka: entry.namespace, ...fields };
    if (entry.level === kafkajs.logLevel.ERROR) log.warn(line, message);
    else log.debug(line, message);
  };
