import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a mail server of a spec took, as it came. */
export interface TakenMail {
  readonly to: string;
  readonly source: string;
}

export interface MailServer {
  readonly url: string;
  readonly taken: readonly TakenMail[];
  stop(): Promise<void>;
}

/** A real mail server that takes what it gets; addresses of `refuses` are unknown to it. */
export async function mailServer(
  port: number,
  { refuses = [] }: { refuses?: readonly string[] } = {},
): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const fault = Object.assign(new Error('no such mailbox here'), { responseCode: 550 });
      done(refuses.includes(address) ? fault : null);
    },
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const source = Buffer.concat(pieces).toString('utf8');
        taken.push(...envelope.rcptTo.map(({ address }) => ({ to: address, source })));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `smtp://127.0.0.1:${portOf(server.server as Server)}`, taken, stop };
}

/** Takes the whole message and hangs up instead of answering: whoever sent it cannot know. */
export async function forgetfulServer(port: number): Promise<MailServer> {
  const taken: TakenMail[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)));
    socket.on('error', () => undefined);
    let heard = '';
    let to = '';
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('data', (piece) => {
      heard += piece.toString('utf8');
      if (inData) {
        if (!heard.endsWith('\r\n.\r\n')) return;
        taken.push({ to, source: heard });
        socket.destroy();
        return;
      }
      const line = heard.trim();
      heard = '';
      to = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1] ?? to;
      inData = /^DATA/i.test(line);
      say(inData ? '354 go on' : '250 well');
    });
    say('220 spec');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of open) socket.destroy();
      server.close(() => resolve());
    });
  return { url: `smtp://127.0.0.1:${portOf(server)}`, taken, stop };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

const PATIENCE_MS = 120_000;

/** Asks again until it is so. */
export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not become so: ${JSON.stringify(answer)}`);
  }
}
