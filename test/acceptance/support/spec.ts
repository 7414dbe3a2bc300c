import { afterAll, beforeAll } from '@jest/globals';
import { type Stack, startStack } from '../../support/stack.ts';
import { Bureau } from './bureau.ts';

const START_MS = 120_000;

/** The product on real servers for one spec file, with its clock at nine o'clock of the first day. */
export function theBureau(firstDay: string): { readonly bureau: Bureau; readonly stack: Stack } {
  let running: { bureau: Bureau; stack: Stack } | undefined;
  beforeAll(async () => {
    const stack = await startStack();
    running = { bureau: new Bureau(stack), stack };
    await running.bureau.on(firstDay);
  }, START_MS);
  afterAll(async () => await running?.stack.stop());
  const started = () => {
    if (running === undefined) throw new Error('the stack is up only while the tests of its file run');
    return running;
  };
  return {
    get bureau() {
      return started().bureau;
    },
    get stack() {
      return started().stack;
    },
  };
}
