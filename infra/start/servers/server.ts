import type { Running } from '../process.ts';

/** A server at work, and where it answers. */
export interface RunningServer extends Running {
  readonly address: string;
}

/** Where a server keeps its things and listens. */
export interface Place {
  /** Folder of the server's data; made when absent. */
  readonly folder: string;
  readonly logFile: string;
  /** Called with the process as soon as it exists, before it is ready: whoever has to clear up must know it. */
  readonly onSpawn?: (name: string, pid: number) => void;
  /** False for data that nobody will miss: tests. */
  readonly durable: boolean;
}
