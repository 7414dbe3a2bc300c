import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type KeptMails, openKept } from './kept.ts';
import { pageAt } from './page.ts';

export interface CatcherSettings {
  readonly folder: string;
  readonly smtpPort: number;
  readonly pagePort: number;
}

export interface Catcher {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  stop(): Promise<void>;
}

const LARGEST_BYTES = 30 * 1024 * 1024;

/** Takes every mail that is sent to it, passes none on, and shows them on a page. On this machine alone. */
export async function startCatcher({ folder, smtpPort, pagePort }: CatcherSettings): Promise<Catcher> {
  const kept = await openKept(folder);
  const smtp = smtpServer(kept);
  const page = createServer((request, response) => {
    if (request.url === '/health/ready') return void response.writeHead(200).end();
    pageAt(kept, request.url ?? '/').then(
      ({ status, html }) => response.writeHead(status, PAGE_HEADERS).end(html),
      () => response.writeHead(500).end(),
    );
  });
  await Promise.all([
    new Promise<void>((resolve, reject) => smtp.on('error', reject).listen(smtpPort, '127.0.0.1', resolve)),
    new Promise<void>((resolve, reject) => page.on('error', reject).listen(pagePort, '127.0.0.1', resolve)),
  ]);
  return {
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server as Server)}`,
    pageUrl: `http://127.0.0.1:${portOf(page)}`,
    async stop() {
      page.closeAllConnections();
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<void>((resolve) => page.close(() => resolve())),
      ]);
    },
  };
}

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** A mail is acknowledged when it is on the disk. */
const smtpServer = (kept: KeptMails): SMTPServer =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_BYTES,
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (stream.sizeExceeded) done(Object.assign(new Error('too large'), { responseCode: 552 }));
        else kept.keep(Buffer.concat(pieces)).then(() => done(), done);
      });
    },
  });

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
