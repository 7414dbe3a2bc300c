import { performance } from 'node:perf_hooks';

/** Says what is going on: named steps with their time. A live line on a terminal, plain lines elsewhere. */
export interface Report {
  /** Runs a step and says how long it took. Steps may run side by side. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  note(line: string): void;
}

interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export function createReport(output: Output = process.stdout): Report {
  const running = new Map<string, number>();
  const live = output.isTTY === true;
  let timer: NodeJS.Timeout | undefined;

  const erase = () => live && output.write('\r\x1b[2K');
  const draw = () => {
    const text = [...running]
      .map(([name, since]) => `${name} ${seconds(performance.now() - since)}`)
      .join(' · ');
    if (live && text !== '') output.write(`\r\x1b[2K… ${text.slice(0, (output.columns ?? 80) / 2)}`);
  };
  const line = (text: string) => {
    erase();
    output.write(`${text}\n`);
    draw();
  };
  const end = (name: string, mark: string, since: number) => {
    running.delete(name);
    line(`${mark} ${name}  ${seconds(performance.now() - since)}`);
    if (running.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    async step(name, work) {
      const since = performance.now();
      running.set(name, since);
      if (live) timer ??= setInterval(draw, 200).unref();
      try {
        const result = await work();
        end(name, '✓', since);
        return result;
      } catch (error) {
        end(name, '✗', since);
        throw error;
      }
    },
    note: line,
  };
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** For work whose steps nobody reads, such as the servers of a test run. */
export const silentReport: Report = { step: (_name, work) => work(), note: () => undefined };
