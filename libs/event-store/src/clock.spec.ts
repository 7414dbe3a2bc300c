import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockIn, readClock, writeClock } from './clock.ts';
import { moveCursor, readCursor } from './relay-cursor.ts';
import { BEILUN, RECORDED, streamOf, ZHENHAI } from './spec/builders.ts';
import { type OwnDatabase, ownDatabase } from './spec/own-database.ts';
import { withStream } from './stream.ts';

describe('a business clock', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await ownDatabase();
  });
  afterAll(() => database.drop());

  it('runs until it is stopped, stands in its own division only, and runs again', async () => {
    const store = database.storeOf('writer', 2);
    expect(await readClock(store, ZHENHAI)).toEqual({ frozenAt: null });
    await writeClock(store, { division: ZHENHAI, frozenAt: RECORDED, changedBy: 'p-1' });
    expect(await readClock(store, ZHENHAI)).toEqual({ frozenAt: RECORDED });
    expect(await withStream(store, streamOf('clock'), ZHENHAI, ({ sql }) => clockIn(sql, ZHENHAI))).toBe(
      RECORDED,
    );
    expect(await readClock(store, BEILUN)).toEqual({ frozenAt: null });
    await writeClock(store, { division: ZHENHAI, frozenAt: null, changedBy: 'p-1' });
    expect(await readClock(store, ZHENHAI)).toEqual({ frozenAt: null });
  });

  it('has beside it a relay’s cursor, which moves forward only', async () => {
    const store = database.storeOf('sequencer', 2);
    expect(await readCursor(store, 'kafka')).toBe(0);
    await moveCursor(store, 'kafka', 7);
    await moveCursor(store, 'kafka', 5);
    expect(await readCursor(store, 'kafka')).toBe(7);
  });
});
