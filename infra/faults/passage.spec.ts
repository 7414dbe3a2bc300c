import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPassage, type Passage } from './passage.ts';

describe('a way that can be cut', () => {
  let echo: Server;
  let passage: Passage;
  const open: Socket[] = [];

  beforeAll(async () => {
    echo = createServer((socket) => void socket.on('error', () => undefined).pipe(socket)).listen(
      0,
      '127.0.0.1',
    );
    await once(echo, 'listening');
    passage = await openPassage(`127.0.0.1:${(echo.address() as { port: number }).port}`);
  });
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await passage.close();
    echo.close();
  });

  function dial(): Socket {
    const socket = connect({ host: '127.0.0.1', port: Number(passage.address.split(':')[1]) });
    open.push(socket.on('error', () => undefined));
    return socket;
  }

  async function says(socket: Socket, words: string): Promise<string> {
    socket.write(words);
    const [heard] = (await once(socket, 'data')) as [Buffer];
    return heard.toString();
  }

  it('carries both ways', async () => {
    expect(await says(dial(), 'hello')).toBe('hello');
  });

  it('breaks what is open, takes nothing while it is cut, and carries again afterwards', async () => {
    const before = dial();
    await says(before, 'one');
    const ended = once(before, 'close');
    const cut = passage.cut(200);
    await ended;
    await once(dial(), 'close');
    await cut;
    expect(await says(dial(), 'two')).toBe('two');
  });
});
